package org.hotline115.callflow.handover;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.access.AgentId;

/** One entry of the log book. Prints no word of it. */
public record Entry(
    EntryId entryId,
    EntryKind kind,
    String words,
    AgentId writtenBy,
    Instant writtenAt,
    List<AgentId> readBy) {

  public static final int WORDS_MAX = 1_000;

  public Entry {
    readBy = List.copyOf(readBy);
  }

  @Override
  public String toString() {
    return "entry " + entryId;
  }
}
