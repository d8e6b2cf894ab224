package org.hotline115.callflow.place;

/** What a household is given: single places of a dormitory, whole rooms, whole apartments. */
public enum PlaceUnit {
  PERSON_PLACE,
  ROOM,
  APARTMENT
}
