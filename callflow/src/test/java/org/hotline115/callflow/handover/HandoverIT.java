package org.hotline115.callflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one shift leaves to the next, on a real PostgreSQL. */
class HandoverIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");

  private final TickingClock clock = new TickingClock();
  private final Database database = TestServers.database();
  private final JdbcAuditTrail audit = new JdbcAuditTrail(database);
  private final HandoverFeature feature =
      new HandoverFeature(
          database, new Cipher(List.of("a-secret-that-is-long-enough-for-a-test")), audit, clock);

  @BeforeEach
  void theTeam() {
    AccessFeature access = new AccessFeature(database, SessionLimits.SHIFT, clock);
    for (Role role : new Role[] {Role.LISTENER, Role.PLACE_MANAGER}) {
      for (AgentId agent : List.of(CLAIRE, KARIM)) {
        String name = agent.value() + (role == Role.LISTENER ? "" : "-site");
        access
            .createAccount()
            .create(
                new Account(new AgentId(name), name, role),
                "correct horse battery",
                new AgentId("test"));
      }
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aNoteIsWrittenOnceAndTickedByEachWhoReadIt() {
    EntryId id = new EntryId(UUID.randomUUID());
    write(id, EntryKind.NOTE, "Le foyer ferme à 22 h.", CLAIRE);
    write(id, EntryKind.NOTE, "Le foyer ferme à 22 h.", CLAIRE);
    assertThat(feature.logBook().write(id, EntryKind.NOTE, "autre chose", CLAIRE))
        .isEqualTo(new HandoverResult.OtherThing());

    feature.logBook().read(id, KARIM);
    feature.logBook().read(id, KARIM);

    assertThat(feature.logBook().look().entries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.words()).isEqualTo("Le foyer ferme à 22 h.");
          assertThat(entry.readBy()).containsExactly(KARIM);
        });
    assertThat(feature.logBook().read(new EntryId(UUID.randomUUID()), KARIM))
        .isEqualTo(new HandoverResult.NothingThere());
    assertThat(actions()).containsExactly("claire SHIFT_ENTRY_WRITTEN", "karim SHIFT_ENTRY_READ");
  }

  @Test
  void twoNightsAreShownNewestFirst() {
    write(new EntryId(UUID.randomUUID()), EntryKind.EVENT, "trop ancien", CLAIRE);
    clock.tick(Duration.ofHours(1));
    write(new EntryId(UUID.randomUUID()), EntryKind.EVENT, "avant-hier", CLAIRE);
    clock.tick(KeepLogBook.SHOWN);
    write(new EntryId(UUID.randomUUID()), EntryKind.EVENT, "maintenant", CLAIRE);

    assertThat(feature.logBook().look().entries())
        .extracting(Entry::words)
        .containsExactly("maintenant", "avant-hier");
  }

  @Test
  void aTaskIsTakenGivenDoneAndTakenUpAgain() {
    TaskId id = new TaskId(UUID.randomUUID());
    Task asked = task(feature.tasks().ask(wish(id, null), CLAIRE));
    assertThat(task(feature.tasks().ask(wish(id, null), CLAIRE))).isEqualTo(asked);

    Task taken = task(feature.tasks().give(id, 1, KARIM, KARIM));
    assertThat(taken.owner()).isEqualTo(KARIM);
    assertThat(feature.tasks().give(id, 1, CLAIRE, CLAIRE))
        .as("somebody took it in between")
        .isEqualTo(new HandoverResult.ChangedElsewhere(taken));
    assertThat(task(feature.tasks().give(id, 1, KARIM, KARIM)))
        .as("the same click again")
        .isEqualTo(taken);
    Task done = task(feature.tasks().done(id, 2, true, KARIM));
    assertThat(done.doneBy()).isEqualTo(KARIM);
    assertThat(feature.tasks().give(id, 3, CLAIRE, CLAIRE))
        .as("what is done is nobody's to give")
        .isEqualTo(new HandoverResult.ChangedElsewhere(done));
    assertThat(task(feature.tasks().done(id, 3, false, CLAIRE)).isDone()).isFalse();

    assertThat(actions())
        .containsExactly(
            "claire SHIFT_TASK_ASKED",
            "karim SHIFT_TASK_GIVEN",
            "karim SHIFT_TASK_DONE",
            "claire SHIFT_TASK_REOPENED");
    assertThat(audit.firstBrokenLink()).isEmpty();
  }

  @Test
  void ofManyWhoTakeTheSameTaskAtOnceOneHasIt() throws Exception {
    TaskId id = new TaskId(UUID.randomUUID());
    task(feature.tasks().ask(wish(id, null), CLAIRE));
    List<Future<HandoverResult>> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (AgentId agent : List.of(CLAIRE, KARIM)) {
        results.add(threads.submit(() -> feature.tasks().give(id, 1, agent, agent)));
      }
    }
    AgentId owner = feature.logBook().look().tasks().getFirst().owner();
    for (int i = 0; i < 2; i++) {
      boolean isWinner = List.of(CLAIRE, KARIM).get(i).equals(owner);
      assertThat(results.get(i).get() instanceof HandoverResult.Tasked).isEqualTo(isWinner);
    }
  }

  @Test
  void tasksAreForColleaguesAndTheNextToBeDueComesFirst() {
    assertThat(
            feature.tasks().ask(wish(new TaskId(UUID.randomUUID()), new AgentId("nobody")), CLAIRE))
        .isEqualTo(new HandoverResult.NoSuchAgent());
    assertThat(
            feature
                .tasks()
                .ask(wish(new TaskId(UUID.randomUUID()), new AgentId("karim-site")), CLAIRE))
        .as("a shelter's account is no colleague")
        .isEqualTo(new HandoverResult.NoSuchAgent());
    assertThat(feature.tasks().colleagues())
        .extracting(Colleague::agent)
        .containsExactly(CLAIRE, KARIM);
    ask("sans heure", null);
    ask("ce soir", 5L);
    ask("bientôt", 1L);

    assertThat(feature.logBook().look().tasks())
        .extracting(Task::words)
        .containsExactly("bientôt", "ce soir", "sans heure");
  }

  @Test
  void wordsAreNotReadableInTheTables() {
    write(new EntryId(UUID.randomUUID()), EntryKind.EVENT, "zanzibar", CLAIRE);
    ask("zanzibar", null);

    byte[] kept =
        database.with(handle ->
            handle
                .createQuery("SELECT e.words || t.words FROM shift_entry e, shift_task t")
                .mapTo(byte[].class)
                .one());

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("zanzi");
  }

  private void write(EntryId id, EntryKind kind, String words, AgentId by) {
    assertThat(feature.logBook().write(id, kind, words, by))
        .isInstanceOf(HandoverResult.Written.class);
  }

  private void ask(String words, Long hours) {
    task(
        feature
            .tasks()
            .ask(
                new KeepTasks.Wish(
                    new TaskId(UUID.randomUUID()),
                    words,
                    null,
                    hours == null ? null : clock.instant().plus(Duration.ofHours(hours))),
                CLAIRE));
  }

  private static KeepTasks.Wish wish(TaskId id, AgentId owner) {
    return new KeepTasks.Wish(id, "rappeler le foyer", owner, null);
  }

  private static Task task(HandoverResult result) {
    if (result instanceof HandoverResult.Tasked(Task task)) {
      return task;
    }
    throw new AssertionError(result);
  }

  private List<String> actions() {
    return database.with(handle ->
        handle
            .createQuery(
                "SELECT actor || ' ' || action FROM audit_event WHERE action LIKE 'SHIFT%'"
                    + " ORDER BY seq")
            .mapTo(String.class)
            .list());
  }
}
