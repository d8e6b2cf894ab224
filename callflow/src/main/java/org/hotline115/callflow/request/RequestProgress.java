package org.hotline115.callflow.request;

/** All that may be said of a request without knowing who listens. */
public enum RequestProgress {
  /** It stands; nothing was found yet. */
  STANDS,
  /** There is an answer, which a person says. */
  ANSWERED
}
