package org.hotline115.callflow.message;

/** What the agent is told about the text to the person. */
public enum OfferResult {
  QUEUED,
  NOT_AGREED,
  NO_NUMBER,
  SUPPRESSED_DISCRETION
}
