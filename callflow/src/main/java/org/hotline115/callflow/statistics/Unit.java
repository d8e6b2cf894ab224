package org.hotline115.callflow.statistics;

/** What a figure counts. Fixed in code, and shown beside every figure. */
public enum Unit {
  CALLS,
  /** Numbers, each once a day. */
  CALLERS,
  CALLS_PER_CALLER,
  /** From 0 to 1. */
  SHARE,
  SECONDS
}
