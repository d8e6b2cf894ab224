package org.hotline115.callflow.household;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks together.
 *
 * @param members who is in it now, in the order in which they came
 * @param former who left, newest first
 */
public record Household(
    HouseholdId householdId,
    int version,
    Composition composition,
    List<Member> members,
    List<Member> former,
    @Nullable Referent referent,
    Instant changedAt,
    AgentId changedBy) {

  public Household {
    members = List.copyOf(members);
    former = List.copyOf(former);
  }
}
