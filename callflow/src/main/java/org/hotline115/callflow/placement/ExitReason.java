package org.hotline115.callflow.placement;

/** Why a stay ended; {@code domain.md} 4.6. */
public enum ExitReason {
  STABLE_ORIENTATION,
  HOUSING,
  VOLUNTARY_DEPARTURE,
  END_OF_CONVENTION_OR_SEASON,
  SITE_DECISION,
  HOSPITAL,
  PRISON,
  DEATH,
  UNKNOWN
}
