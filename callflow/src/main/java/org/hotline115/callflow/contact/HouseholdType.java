package org.hotline115.callflow.contact;

/** Who asks together for a place; {@code domain.md} 4.3. */
public enum HouseholdType {
  MAN_ALONE,
  WOMAN_ALONE,
  PERSON_ALONE_OTHER,
  COUPLE_NO_CHILD,
  COUPLE_WITH_CHILD,
  WOMAN_WITH_CHILD,
  MAN_WITH_CHILD,
  ADULT_GROUP,
  OTHER_WITH_CHILD,
  UNACCOMPANIED_MINOR,
  UNKNOWN
}
