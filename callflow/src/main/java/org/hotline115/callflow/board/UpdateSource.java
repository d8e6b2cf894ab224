package org.hotline115.callflow.board;

/** By which means a shelter's figure reached the board. */
public enum UpdateSource {
  WEB,
  /** The signed link, without an account. */
  LINK,
  PHONE_KEYPAD,
  SMS,
  API,
  /** One of ours called the shelter and asked. */
  PHONE,
  DEMO
}
