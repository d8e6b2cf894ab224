package org.hotline115.callflow.caller;

/** What the telephone network told us of who calls. Callers are equal whatever it says. */
public enum CallerIdState {
  /** A number that can exist. */
  PRESENTED,
  /** The caller hides it. */
  WITHHELD,
  /** The network sent none. */
  UNAVAILABLE,
  /** Something that is no telephone number. */
  INVALID
}
