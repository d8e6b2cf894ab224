package org.hotline115.callflow.place;

import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.jspecify.annotations.Nullable;

/**
 * Whom a group takes.
 *
 * @param householdTypesAccepted empty: every type
 * @param ageMin the youngest it takes, null: any age; likewise {@code ageMax} the oldest
 * @param petsAllowed null: as its site says
 * @param accessReducedMobility UNKNOWN: as its site says
 */
public record Admission(
    GenderRule genderRule,
    Set<HouseholdType> householdTypesAccepted,
    @Nullable Integer ageMin,
    @Nullable Integer ageMax,
    @Nullable PetsAllowed petsAllowed,
    Access accessReducedMobility) {

  public static final int AGE_MAX = 120;

  public Admission {
    householdTypesAccepted = Set.copyOf(householdTypesAccepted);
    int youngest = ageMin == null ? 0 : ageMin;
    int oldest = ageMax == null ? AGE_MAX : ageMax;
    if (youngest < 0 || oldest > AGE_MAX || youngest > oldest) {
      throw new IllegalArgumentException("ages are 0 to " + AGE_MAX + ", the youngest first");
    }
  }
}
