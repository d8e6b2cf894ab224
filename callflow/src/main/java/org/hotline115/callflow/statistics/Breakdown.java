package org.hotline115.callflow.statistics;

/** How a report is cut into rows. */
public enum Breakdown {
  NONE,
  HOUR,
  DAY,
  LANGUAGE,
  LINE
}
