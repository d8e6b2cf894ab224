package org.hotline115.callflow.board;

/** Whether the board may be acted upon. DOWN: last known state with its age, and no holds. */
public enum BoardLight {
  UP,
  DOWN
}
