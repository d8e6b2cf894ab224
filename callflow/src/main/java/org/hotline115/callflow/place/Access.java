package org.hotline115.callflow.place;

/** Whether a person of reduced mobility can get in and about. */
public enum Access {
  YES,
  PARTIAL,
  NO,
  UNKNOWN
}
