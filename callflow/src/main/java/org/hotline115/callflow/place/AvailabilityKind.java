package org.hotline115.callflow.place;

/** Whether places are there all the year, in a season, or only when it is too much. */
public enum AvailabilityKind {
  YEAR_ROUND,
  SEASONAL,
  OVERFLOW
}
