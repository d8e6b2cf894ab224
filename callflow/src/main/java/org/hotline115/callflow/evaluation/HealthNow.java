package org.hotline115.callflow.evaluation;

/** How they are now; no word of what it is. */
public enum HealthNow {
  NONE,
  CONCERN,
  URGENT
}
