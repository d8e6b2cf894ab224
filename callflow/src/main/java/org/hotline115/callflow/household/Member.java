package org.hotline115.callflow.household;

import java.time.LocalDate;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.person.FoundPerson;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a household.
 *
 * @param to their last day; null while they are in it
 */
public record Member(
    MemberId memberId,
    FoundPerson person,
    Role role,
    LocalDate from,
    @Nullable LocalDate to,
    AgentId notedBy) {

  @Override
  public String toString() {
    return "member " + memberId;
  }
}
