package org.hotline115.callflow.request;

/** What made free places unfit, with {@link UnmetReason#NO_COMPATIBLE_PLACE}. */
public enum UnmetSubReason {
  HOUSEHOLD_SIZE,
  GENDER_RULE,
  PET,
  ACCESSIBILITY,
  AGE,
  HEALTH,
  DISTANCE,
  SAFETY,
  SEPARATION
}
