package org.hotline115.callflow.place;

import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;

/** Who needs a place tonight, as far as a place group can fit or not. */
public record Household(int persons, HouseholdType householdType, Pets pets) {

  /** Nobody described yet: every group with a free place fits. */
  public static final Household ANYBODY = new Household(1, HouseholdType.UNKNOWN, Pets.NONE);

  public static final int PERSONS_MAX = 50;

  public Household {
    if (persons < 1 || persons > PERSONS_MAX) {
      throw new IllegalArgumentException("a household has 1 to " + PERSONS_MAX + " persons");
    }
  }
}
