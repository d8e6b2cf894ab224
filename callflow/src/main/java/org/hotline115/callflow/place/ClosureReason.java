package org.hotline115.callflow.place;

/** Why places of a group are closed. */
public enum ClosureReason {
  WORKS,
  STAFF_SHORTAGE,
  PEST,
  WATER_OR_HEATING,
  SAFETY,
  HEALTH_ISOLATION,
  RESERVED,
  CONVENTION_END,
  OTHER
}
