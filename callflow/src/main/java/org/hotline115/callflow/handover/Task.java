package org.hotline115.callflow.handover;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done. Prints no word of it.
 *
 * @param owner null: whoever is free takes it
 * @param version who changes it names the one they saw
 */
public record Task(
    TaskId taskId,
    String words,
    @Nullable AgentId owner,
    @Nullable Instant dueAt,
    AgentId createdBy,
    Instant createdAt,
    int version,
    @Nullable AgentId doneBy,
    @Nullable Instant doneAt) {

  public static final int WORDS_MAX = 300;

  public boolean isDone() {
    return doneAt != null;
  }

  @Override
  public String toString() {
    return "task " + taskId;
  }
}
