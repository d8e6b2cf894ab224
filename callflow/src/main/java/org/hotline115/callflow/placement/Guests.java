package org.hotline115.callflow.placement;

import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;

/** Who will stand at the door, as far as the room must be made ready: nothing of why. */
public record Guests(int persons, int minors, int under3, HouseholdType householdType, Pets pets) {

  public Guests {
    if (persons < 1 || minors < 0 || minors > persons || under3 < 0 || under3 > minors) {
      throw new IllegalArgumentException("children are persons, and somebody comes");
    }
  }
}
