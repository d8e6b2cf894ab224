package org.hotline115.callflow.board;

/** ACTIVE once, then one of the others for ever. */
public enum HoldStatus {
  ACTIVE,
  CONVERTED,
  RELEASED,
  EXPIRED
}
