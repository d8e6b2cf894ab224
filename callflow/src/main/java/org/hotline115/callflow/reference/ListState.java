package org.hotline115.callflow.reference;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * A list as it stands, its entries in the order in which forms offer them.
 *
 * @param version 0 while nobody changed it
 */
public record ListState(
    ReferenceList list,
    int version,
    List<ListEntry> entries,
    @Nullable AgentId changedBy,
    @Nullable Instant changedAt) {

  public ListState {
    entries = List.copyOf(entries);
  }
}
