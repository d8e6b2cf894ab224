package org.hotline115.callflow.message;

/** What the agent is told about the text to the person. */
public enum OfferResult {
  QUEUED,
  NOT_AGREED,
  NO_NUMBER,
  /** This number wants no texts at all: the address must be told now. */
  OPTED_OUT,
  SUPPRESSED_DISCRETION
}
