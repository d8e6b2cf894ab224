package org.hotline115.callflow.freed;

/** Why an agent leaves the turn to the next household. */
public enum PassReason {
  NOT_REACHED,
  NOT_WANTED,
  NOT_SUITABLE,
  OTHER
}
