package org.hotline115.callflow.evaluation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ReadContacts;
import org.jspecify.annotations.Nullable;

/**
 * Flash evaluations: opened from a contact, taken, done with the person, counted. A change names
 * the version that was seen; one that stands there already is noted whatever its version says.
 */
public final class KeepEvaluations {

  private final JdbcEvaluations evaluations;
  private final ReadContacts contacts;
  private final AuditTrail audit;
  private final InstantSource clock;

  KeepEvaluations(
      JdbcEvaluations evaluations, ReadContacts contacts, AuditTrail audit, InstantSource clock) {
    this.evaluations = evaluations;
    this.contacts = contacts;
    this.audit = audit;
    this.clock = clock;
  }

  /** Due 72 hours after the contact began, and the agent's own until somebody else takes it. */
  public EvaluationResult open(EvaluationId id, ContactId contactId, Session by) {
    Optional<Contact> contact = contact(contactId, by);
    if (contact.isEmpty()) {
      return new EvaluationResult.NothingThere();
    }
    Instant dueAt = contact.get().openedAt().plus(FlashEvaluation.DUE);
    FlashEvaluation kept =
        evaluations.open(id, contactId, dueAt, event(id, "EVALUATION_STARTED", by));
    return kept.contactId().equals(contactId)
        ? new EvaluationResult.Noted(kept)
        : new EvaluationResult.OtherThing();
  }

  /** The one of a contact that is open and one's own; looking at it is part of the contact. */
  public Optional<FlashEvaluation> of(ContactId contactId, Session by) {
    return contact(contactId, by).flatMap(contact -> evaluations.of(contact.id()));
  }

  private Optional<Contact> contact(ContactId id, Session by) {
    return contacts.codesOf(id).filter(contact -> contact.isOpen() && contact.mayBeChangedBy(by));
  }

  /** Those that are not done, the ones due first before; without their answers. */
  public List<FlashEvaluation> toDo() {
    return evaluations.toDo();
  }

  /** With its answers, for whoever does it; the look is on the trail. */
  public EvaluationResult read(EvaluationId id, Session by) {
    return with(
        id,
        by,
        evaluation -> {
          audit.record(event(id, "EVALUATION_OPENED", by));
          return new EvaluationResult.Noted(evaluation);
        });
  }

  /** Null gives it back to whoever is free. */
  public EvaluationResult give(EvaluationId id, int version, @Nullable AgentId owner, Session by) {
    if (owner != null && !evaluations.isAgent(owner)) {
      return new EvaluationResult.NoSuchAgent();
    }
    Optional<FlashEvaluation> known = evaluations.find(id);
    if (known.isEmpty()) {
      return new EvaluationResult.NothingThere();
    }
    if (known.get().isDone()) {
      return new EvaluationResult.AlreadyDone();
    }
    if (Objects.equals(known.get().owner(), owner)) {
      return new EvaluationResult.Noted(known.get());
    }
    return changed(id, evaluations.give(id, version, owner, event(id, "EVALUATION_GIVEN", by)));
  }

  /** Done is done: it stays as it was read to the person. */
  public EvaluationResult save(
      EvaluationId id, int version, FlashAnswers answers, boolean isDone, Session by) {
    return with(
        id,
        by,
        evaluation -> {
          if (evaluation.answers().equals(answers) && evaluation.isDone() == isDone) {
            return new EvaluationResult.Noted(evaluation);
          }
          if (evaluation.isDone()) {
            return new EvaluationResult.AlreadyDone();
          }
          Optional<String> missing = isDone ? answers.missing() : Optional.empty();
          if (missing.isPresent()) {
            return new EvaluationResult.Missing(missing.get());
          }
          AuditEvent event = event(id, isDone ? "EVALUATION_DONE" : "EVALUATION_SAVED", by);
          return changed(id, evaluations.save(id, version, answers, isDone, event));
        });
  }

  /** {@code flashWithin72h} over what fell due from one moment to another. */
  public FlashFigure within(Instant from, Instant until) {
    return evaluations.within(from, until);
  }

  private interface OnEvaluation {
    EvaluationResult run(FlashEvaluation evaluation);
  }

  private EvaluationResult with(EvaluationId id, Session by, OnEvaluation wish) {
    Optional<FlashEvaluation> known = evaluations.find(id);
    if (known.isEmpty()) {
      return new EvaluationResult.NothingThere();
    }
    return known.get().isFor(by) ? wish.run(known.get()) : new EvaluationResult.NotYours();
  }

  private EvaluationResult changed(EvaluationId id, boolean isChanged) {
    FlashEvaluation now = evaluations.find(id).orElseThrow();
    return isChanged ? new EvaluationResult.Noted(now) : new EvaluationResult.ChangedElsewhere(now);
  }

  private AuditEvent event(EvaluationId id, String action, Session by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return AuditEvent.of(now, by.agent(), action, "EVALUATION", id);
  }
}
