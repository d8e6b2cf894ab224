package org.hotline115.callflow.household;

import java.time.LocalDate;
import java.util.List;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.person.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The household of a person, and those they were in before, newest first.
 *
 * @param personId in whose file the person is read
 * @param household null when they are in none that we know of
 */
public record HouseholdFile(
    PersonId personId, @Nullable Household household, List<Earlier> earlier) {

  /** One that they left. */
  public record Earlier(
      HouseholdId householdId, HouseholdType type, Role role, LocalDate from, LocalDate to) {}

  public HouseholdFile {
    earlier = List.copyOf(earlier);
  }
}
