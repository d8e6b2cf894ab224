package org.hotline115.callflow.place;

import java.util.List;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;

/** For whom places are given out from some hour of the day on. */
public enum Audience {
  WOMEN,
  FAMILIES,
  COUPLES,
  MEN;

  /** The smallest households of each sort: where none of them fits, no larger one does. */
  public List<Household> smallestHouseholds() {
    return switch (this) {
      case MEN -> List.of(of(1, HouseholdType.MAN_ALONE));
      case WOMEN -> List.of(of(1, HouseholdType.WOMAN_ALONE));
      case COUPLES -> List.of(of(2, HouseholdType.COUPLE_NO_CHILD));
      case FAMILIES ->
          List.of(
              of(2, HouseholdType.WOMAN_WITH_CHILD),
              of(2, HouseholdType.MAN_WITH_CHILD),
              of(2, HouseholdType.OTHER_WITH_CHILD),
              of(3, HouseholdType.COUPLE_WITH_CHILD));
    };
  }

  private static Household of(int persons, HouseholdType type) {
    return new Household(persons, type, Pets.NONE);
  }

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
