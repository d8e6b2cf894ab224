package org.hotline115.callflow.place;

import java.util.Optional;

/** Why a place group cannot take a household; what lasts is named before what may change. */
public enum Misfit {
  GENDER_RULE,
  HOUSEHOLD_TYPE,
  PETS,
  TOO_FEW_PLACES;

  /** Empty when the group with so many free places can take the household. */
  public static Optional<Misfit> of(PlaceGroup group, int free, Household household) {
    if (!group.admission().genderRule().admits(household.householdType())) {
      return Optional.of(GENDER_RULE);
    }
    if (!accepts(group, household)) {
      return Optional.of(HOUSEHOLD_TYPE);
    }
    if (!group.petsAllowed().admits(household.pets())) {
      return Optional.of(PETS);
    }
    return free < household.persons() ? Optional.of(TOO_FEW_PLACES) : Optional.empty();
  }

  private static boolean accepts(PlaceGroup group, Household household) {
    return group.admission().householdTypesAccepted().isEmpty()
        || switch (household.householdType()) {
          case UNKNOWN, PERSON_ALONE_OTHER -> true;
          case MAN_ALONE,
              WOMAN_ALONE,
              COUPLE_NO_CHILD,
              COUPLE_WITH_CHILD,
              WOMAN_WITH_CHILD,
              MAN_WITH_CHILD,
              ADULT_GROUP,
              OTHER_WITH_CHILD,
              UNACCOMPANIED_MINOR ->
              group.admission().householdTypesAccepted().contains(household.householdType());
        };
  }
}
