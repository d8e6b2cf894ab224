package org.hotline115.callflow.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.contact.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * One flash evaluation.
 *
 * @param personCode the spoken code of whom the contact is with; null for nobody in particular
 * @param owner who does it; null: whoever is free takes it
 */
public record FlashEvaluation(
    EvaluationId evaluationId,
    ContactId contactId,
    @Nullable String personCode,
    int version,
    Instant openedAt,
    AgentId openedBy,
    Instant dueAt,
    @Nullable AgentId owner,
    FlashAnswers answers,
    @Nullable Instant doneAt,
    @Nullable AgentId doneBy) {

  /** 72 hours after the contact began. */
  public static final Duration DUE = Duration.ofDays(3);

  public boolean isDone() {
    return doneAt != null;
  }

  /** Its owner, and who coordinates; whoever else wants to do it takes it first. */
  public boolean isFor(Session by) {
    return by.agent().equals(owner)
        || by.role() == Role.COORDINATOR
        || by.role() == Role.SUPERVISOR;
  }

  @Override
  public String toString() {
    return "evaluation " + evaluationId;
  }
}
