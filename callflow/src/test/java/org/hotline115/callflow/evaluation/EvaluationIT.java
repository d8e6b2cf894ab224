package org.hotline115.callflow.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ResidentialSituation;
import org.hotline115.callflow.person.Person;
import org.hotline115.callflow.person.PersonKit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flash evaluations on a real PostgreSQL: due, owned, done once, counted. */
class EvaluationIT extends PersonKit {

  private static final FlashAnswers ASKED =
      new FlashAnswers(
          ResidentialSituation.STREET,
          ResidentialSituation.STATION_HALL,
          SinceWhen.UNDER_A_WEEK,
          List.of(ReasonForStreet.VIOLENCE, ReasonForStreet.FAMILY_BREAK),
          Resources.NONE,
          HealthNow.CONCERN,
          SafetyNow.RISK,
          false,
          null,
          true);

  private final KeepEvaluations evaluations =
      new EvaluationFeature(database, audit, clock, contacts.readContacts()).keepEvaluations();

  @BeforeEach
  void accounts() {
    for (String agent : List.of("claire", "karim")) {
      database.with(handle ->
          handle.execute(
              "INSERT INTO account (agent, display_name, role, password_hash, created_at, changed_at)"
                  + " VALUES (?, ?, 'LISTENER', '$argon2id$none', now(), now())",
              agent,
              agent));
    }
  }

  @Test
  void itIsDue72HoursAfterTheContactBeganAndDoneOnceWithThePerson() {
    Contact contact = atTheCounter();
    Person awa = met(contact, named("Awa", "Ba", 1994));
    clock.tick(Duration.ofMinutes(10));
    EvaluationId id = newId();
    FlashEvaluation opened = noted(evaluations.open(id, contact.id(), claire));
    assertThat(opened.dueAt()).isEqualTo(contact.openedAt().plus(FlashEvaluation.DUE));
    assertThat(opened.owner()).isEqualTo(claire.agent());
    assertThat(opened.personCode()).isEqualTo(awa.code().value());
    assertThat(noted(evaluations.open(id, contact.id(), claire))).isEqualTo(opened);
    assertThat(noted(evaluations.open(newId(), contact.id(), claire)))
        .as("a contact has one")
        .isEqualTo(opened);

    FlashAnswers halfway =
        new FlashAnswers(
            ResidentialSituation.STREET,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            false);
    noted(evaluations.save(id, 1, halfway, false, claire));
    assertThat(evaluations.save(id, 2, halfway, true, claire))
        .isEqualTo(new EvaluationResult.Missing("healthNow"));
    close(contact);
    FlashEvaluation done = noted(evaluations.save(id, 2, ASKED, true, claire));

    assertThat(done.answers()).isEqualTo(ASKED);
    assertThat(done.doneBy()).isEqualTo(claire.agent());
    assertThat(noted(evaluations.save(id, 2, ASKED, true, claire))).as("again").isEqualTo(done);
    assertThat(evaluations.save(id, 3, halfway, false, claire))
        .isEqualTo(new EvaluationResult.AlreadyDone());
    assertThat(evaluations.toDo()).isEmpty();
    assertThat(trail())
        .containsExactly("EVALUATION_STARTED", "EVALUATION_SAVED", "EVALUATION_DONE");
  }

  @Test
  void onlyItsOwnerSeesTheAnswersAndWhoeverDoesItTakesItFirst() {
    Contact contact = atTheCounter();
    EvaluationId id = newId();
    assertThat(evaluations.open(id, contact.id(), karim))
        .as("not his contact")
        .isEqualTo(new EvaluationResult.NothingThere());
    noted(evaluations.open(id, contact.id(), claire));
    assertThat(evaluations.read(id, karim)).isEqualTo(new EvaluationResult.NotYours());
    assertThat(evaluations.save(id, 1, ASKED, true, karim))
        .isEqualTo(new EvaluationResult.NotYours());

    noted(evaluations.give(id, 1, karim.agent(), karim));

    noted(evaluations.read(id, karim));
    assertThat(evaluations.read(id, claire)).isEqualTo(new EvaluationResult.NotYours());
    noted(evaluations.read(id, session("nadia", Role.COORDINATOR)));
    assertThat(evaluations.give(id, 1, claire.agent(), claire))
        .isInstanceOf(EvaluationResult.ChangedElsewhere.class);
    assertThat(evaluations.give(id, 2, new AgentId("nobody"), claire))
        .isEqualTo(new EvaluationResult.NoSuchAgent());
    assertThat(evaluations.of(contact.id(), karim)).isEmpty();
  }

  @Test
  void twoWhoTakeTheSameOneAreTold() throws Exception {
    EvaluationId id = newId();
    noted(evaluations.open(id, atTheCounter().id(), claire));
    noted(evaluations.give(id, 1, null, claire));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<EvaluationResult>> takes =
          List.of(
              () -> evaluations.give(id, 2, claire.agent(), claire),
              () -> evaluations.give(id, 2, karim.agent(), karim));
      List<EvaluationResult> results = new ArrayList<>();
      for (Future<EvaluationResult> take : threads.invokeAll(takes)) {
        results.add(take.get());
      }
      assertThat(results).hasAtLeastOneElementOfType(EvaluationResult.Noted.class);
      assertThat(results).hasAtLeastOneElementOfType(EvaluationResult.ChangedElsewhere.class);
    }
  }

  @Test
  void whatIsDoneByItsMomentIsCountedAmongAllThatFellDue() {
    Instant began = clock.instant();
    EvaluationId inTime = newId();
    EvaluationId late = newId();
    noted(evaluations.open(inTime, atTheCounter().id(), claire));
    noted(evaluations.open(late, atTheCounter().id(), claire));
    noted(evaluations.open(newId(), atTheCounter().id(), claire));
    clock.tick(FlashEvaluation.DUE);
    noted(evaluations.save(inTime, 1, ASKED, true, claire));
    clock.tick(Duration.ofSeconds(1));
    noted(evaluations.save(late, 1, ASKED, true, claire));
    noted(evaluations.open(newId(), atTheCounter().id(), claire));

    assertThat(evaluations.within(began, clock.instant())).isEqualTo(new FlashFigure(1, 3, 1));
    assertThat(evaluations.within(clock.instant(), clock.instant().plus(Duration.ofDays(4))))
        .isEqualTo(new FlashFigure(0, 1, 1));
    assertThat(evaluations.toDo()).hasSize(2);
    assertThat(evaluations.toDo().getFirst().dueAt()).isBefore(clock.instant());
  }

  private static FlashEvaluation noted(EvaluationResult result) {
    if (result instanceof EvaluationResult.Noted(FlashEvaluation evaluation)) {
      return evaluation;
    }
    throw new AssertionError(result);
  }

  private static EvaluationId newId() {
    return new EvaluationId(UUID.randomUUID());
  }

  private List<String> trail() {
    return database.with(handle ->
        handle
            .createQuery("SELECT action FROM audit_event WHERE action LIKE 'EVALU%' ORDER BY seq")
            .mapTo(String.class)
            .list());
  }
}
