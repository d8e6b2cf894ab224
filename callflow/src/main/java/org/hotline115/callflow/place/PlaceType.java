package org.hotline115.callflow.place;

/** What kind of roof; {@code domain.md} 4.2. */
public enum PlaceType {
  CHU,
  CHRS_EMERGENCY,
  STABILISATION,
  HOTEL,
  NIGHT_SHELTER,
  NIGHT_STOP,
  SEASONAL,
  GYM,
  VIOLENCE,
  PERINATAL,
  LHSS,
  LAM,
  DAY_CENTRE,
  ASYLUM,
  INSERTION,
  OTHER
}
