package org.hotline115.callflow.statistics;

/** How long a period is, as a calendar says it. A week begins on Monday. */
public enum Span {
  DAY,
  WEEK,
  MONTH
}
