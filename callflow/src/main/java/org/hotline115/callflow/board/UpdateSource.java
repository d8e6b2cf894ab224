package org.hotline115.callflow.board;

/** By which means a shelter's figure reached the board. */
public enum UpdateSource {
  WEB,
  PHONE_KEYPAD,
  SMS,
  API,
  DEMO
}
