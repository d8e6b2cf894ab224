package org.hotline115.callflow.message;

/** Whether a text of the service may leave. */
public enum ServiceTextResult {
  QUEUED,
  /** This number wants no more texts, or somebody said that it is not safe to text. */
  OPTED_OUT
}
