package org.hotline115.callflow.place;

/** For whom places are given out from some hour of the day on. */
public enum Audience {
  WOMEN,
  FAMILIES,
  COUPLES,
  MEN
}
