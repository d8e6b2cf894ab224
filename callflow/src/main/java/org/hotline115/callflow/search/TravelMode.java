package org.hotline115.callflow.search;

/** How a way was measured; the first that is known is the one that is said. */
public enum TravelMode {
  TRANSIT,
  WALK,
  CAR
}
