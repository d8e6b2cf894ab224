package org.hotline115.callflow.place;

import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;

/** For whom places are given out from some hour of the day on. */
public enum Audience {
  WOMEN,
  FAMILIES,
  COUPLES,
  MEN;

  /** To whom a household belongs; to nobody when no list names it. */
  static Set<Audience> of(HouseholdType type) {
    return switch (type) {
      case WOMAN_ALONE -> Set.of(WOMEN);
      case WOMAN_WITH_CHILD -> Set.of(WOMEN, FAMILIES);
      case MAN_ALONE -> Set.of(MEN);
      case MAN_WITH_CHILD -> Set.of(MEN, FAMILIES);
      case COUPLE_NO_CHILD -> Set.of(COUPLES);
      case COUPLE_WITH_CHILD -> Set.of(COUPLES, FAMILIES);
      case OTHER_WITH_CHILD, UNACCOMPANIED_MINOR -> Set.of(FAMILIES);
      case PERSON_ALONE_OTHER, ADULT_GROUP, UNKNOWN -> Set.of();
    };
  }
}
