package org.hotline115.callflow.statistics;

/** Why rows are left out of a figure. */
public enum Exclusion {
  /** Calls on a line for tests, and calls that are still in the menu. */
  TEST_OR_IN_MENU,
  /** Who hung up within the short-abandon time never waited. */
  SHORT_ABANDON,
  /** Calls in which nobody was owed an answer: the caller never left the menu. */
  IVR_ONLY,
  /** No number was shown: one caller cannot be told from another. */
  NO_NUMBER,
  /** The wait is not on record. */
  NO_WAIT_KNOWN,
  /** They still speak. */
  NOT_OVER,
  /** Given up by the person, or promised in writing. */
  CANCELLED_OR_WRITTEN,
  NOTHING
}
