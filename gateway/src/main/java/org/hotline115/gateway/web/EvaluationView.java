package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ResidentialSituation;
import org.hotline115.callflow.evaluation.EvaluationId;
import org.hotline115.callflow.evaluation.FlashAnswers;
import org.hotline115.callflow.evaluation.FlashEvaluation;
import org.hotline115.callflow.evaluation.HealthNow;
import org.hotline115.callflow.evaluation.ReasonForStreet;
import org.hotline115.callflow.evaluation.Resources;
import org.hotline115.callflow.evaluation.SafetyNow;
import org.hotline115.callflow.evaluation.SinceWhen;
import org.jspecify.annotations.Nullable;

/** A flash evaluation on the wire: the task, and beside it the answers for who does it. */
record EvaluationView(TaskView task, AnswersView answers) {

  /** What a list shows: nothing of what was said. */
  record TaskView(
      EvaluationId evaluationId,
      ContactId contactId,
      @Nullable String personCode,
      int version,
      Instant openedAt,
      String openedBy,
      Instant dueAt,
      boolean late,
      @Nullable AgentId owner,
      @Nullable String ownerName,
      @Nullable Instant doneAt,
      @Nullable String doneBy) {

    static TaskView of(FlashEvaluation evaluation, DisplayNames names, Instant now) {
      return new TaskView(
          evaluation.evaluationId(),
          evaluation.contactId(),
          evaluation.personCode(),
          evaluation.version(),
          evaluation.openedAt(),
          names.of(evaluation.openedBy()),
          evaluation.dueAt(),
          !evaluation.isDone() && evaluation.dueAt().isBefore(now),
          evaluation.owner(),
          evaluation.owner() == null ? null : names.of(evaluation.owner()),
          evaluation.doneAt(),
          evaluation.doneBy() == null ? null : names.of(evaluation.doneBy()));
    }
  }

  record AnswersView(
      @Nullable ResidentialSituation situation,
      @Nullable ResidentialSituation lastNight,
      @Nullable SinceWhen sinceWhen,
      List<ReasonForStreet> reasons,
      @Nullable Resources resources,
      @Nullable HealthNow healthNow,
      @Nullable SafetyNow safetyNow,
      @Nullable Boolean network,
      @Nullable Boolean elsewhere,
      boolean readBack) {

    static AnswersView of(FlashAnswers answers) {
      return new AnswersView(
          answers.situation(),
          answers.lastNight(),
          answers.sinceWhen(),
          answers.reasons(),
          answers.resources(),
          answers.healthNow(),
          answers.safetyNow(),
          answers.network(),
          answers.elsewhere(),
          answers.readBack());
    }
  }

  static EvaluationView of(FlashEvaluation evaluation, DisplayNames names, Instant now) {
    return new EvaluationView(
        TaskView.of(evaluation, names, now), AnswersView.of(evaluation.answers()));
  }
}
