package org.hotline115.callflow.person;

/** As the person says it; needed where places are for women or for men. */
public enum Gender {
  WOMAN,
  MAN,
  OTHER,
  UNKNOWN
}
