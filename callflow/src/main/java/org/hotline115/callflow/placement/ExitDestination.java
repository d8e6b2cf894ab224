package org.hotline115.callflow.placement;

/** Where somebody went from a shelter; {@code domain.md} 4.6. */
public enum ExitDestination {
  HOUSING,
  SHELTER_OTHER,
  WITH_THIRD_PARTY,
  STREET,
  CARE,
  ASYLUM_NETWORK,
  OTHER,
  UNKNOWN
}
