package org.hotline115.callflow.household;

import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;

/** How many they say they are. {@code under3} are among the {@code minors}. */
public record Composition(HouseholdType type, int adults, int minors, int under3, Pets pets) {

  public static final int COUNT_MAX = 50;

  public Composition {
    if (adults + minors < 1) {
      throw new IllegalArgumentException("somebody is in a household");
    }
    if (under3 > minors) {
      throw new IllegalArgumentException("small children are children");
    }
  }
}
