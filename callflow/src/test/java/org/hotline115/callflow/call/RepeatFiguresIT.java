package org.hotline115.callflow.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repeat callers as one line of figures, by the definitions of the domain. */
class RepeatFiguresIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final AgentId CLAIRE = new AgentId("claire");

  /** The night in which the clock goes back: this day in Paris lasts 25 hours. */
  private static final Instant MIDNIGHT = Instant.parse("2026-10-24T22:00:00Z");

  private static final Instant NEXT_MIDNIGHT = Instant.parse("2026-10-25T23:00:00Z");

  private Instant now = NEXT_MIDNIGHT.minusSeconds(1);
  private int number;
  private Database database;
  private JdbcCallStore store;
  private JdbcRepeatFigures figures;

  @BeforeEach
  void open() {
    database = TestServers.database();
    store = new JdbcCallStore(database, CallRules.DEFAULTS);
    figures = new JdbcRepeatFigures(database, () -> now, PARIS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static CallerKey key(int caller) {
    return new CallerKey("%064x".formatted(caller));
  }

  private void record(CallFact fact) {
    store.change(fact, call -> call.with(fact));
  }

  /** Somebody rings us; an agent answers or he gives up. */
  private void rings(@Nullable CallerKey caller, Instant at, boolean answered) {
    CallId id = new CallId("hotline1-1." + ++number);
    record(
        new CallFact.Arrived(
            id,
            at,
            "public",
            caller == null
                ? CallerIdentity.without(CallerIdState.WITHHELD)
                : new CallerIdentity(CallerIdState.PRESENTED, caller, null)));
    record(new CallFact.EnteredQueue(id, at.plusSeconds(1), "public", 1));
    if (answered) {
      record(new CallFact.AgentConnected(id, at.plusSeconds(30), CLAIRE, 4));
    } else {
      record(new CallFact.LeftQueue(id, at.plusSeconds(60), QueueExit.ABANDONED));
    }
    record(new CallFact.Ended(id, at.plusSeconds(90), 16));
  }

  /** We ring somebody as promised; he answers or not. */
  private void isRung(CallerKey caller, Instant at, boolean reached) {
    CallId id = CallId.ofCallback(++number, 1);
    record(
        new CallFact.Arrived(
            id, at, "public", new CallerIdentity(CallerIdState.PRESENTED, caller, null)));
    record(new CallFact.EnteredQueue(id, at.plusSeconds(1), "public", 1));
    record(new CallFact.AgentConnected(id, at.plusSeconds(30), CLAIRE, 4));
    record(new CallFact.PersonDialled(id, at.plusSeconds(31)));
    record(
        reached
            ? new CallFact.PersonReached(id, at.plusSeconds(40))
            : new CallFact.PersonMissed(id, at.plusSeconds(60), DialBack.Unreached.BUSY));
    record(new CallFact.Ended(id, at.plusSeconds(90), 16));
  }

  @Test
  void theExampleOfTheDomainIsCountedAsThere() {
    for (int caller = 0; caller < 55; caller++) {
      rings(key(caller), MIDNIGHT.plusSeconds(caller), caller < 30);
      if (caller < 37) {
        rings(key(caller), MIDNIGHT.plusSeconds(3_600 + caller), false);
      }
    }
    for (int withheld = 0; withheld < 8; withheld++) {
      rings(null, MIDNIGHT.plusSeconds(withheld), true);
    }
    for (int caller = 30; caller < 38; caller++) {
      isRung(key(caller), MIDNIGHT.plusSeconds(7_200), true);
    }
    isRung(key(50), MIDNIGHT.plusSeconds(7_200), false);

    RepeatFigures day = figures.today();

    assertThat(day).isEqualTo(new RepeatFigures(100, 92, 55, 38, 2));
    assertThat(day.repeatRate()).isCloseTo(0.402, within(0.0005));
    assertThat(day.callerAccessRate()).isCloseTo(0.691, within(0.0005));
    assertThat(day.withheldShare()).isCloseTo(0.08, within(0.0005));
  }

  @Test
  void aDayIsFromMidnightToMidnightOnTheWallAlsoWhenTheClockGoesBack() {
    rings(key(1), MIDNIGHT.minusSeconds(1), true);
    rings(key(2), MIDNIGHT, false);
    rings(key(2), NEXT_MIDNIGHT.minus(Duration.ofSeconds(2)), false);
    rings(key(3), NEXT_MIDNIGHT, true);

    assertThat(figures.today()).isEqualTo(new RepeatFigures(2, 2, 1, 0, 2));
    assertThat(figures.between(MIDNIGHT.minusSeconds(3_600), MIDNIGHT))
        .isEqualTo(new RepeatFigures(1, 1, 1, 1, 1));
  }

  @Test
  void aDayOnWhichNobodyRangHasFiguresToo() {
    assertThat(figures.today()).isEqualTo(new RepeatFigures(0, 0, 0, 0, 0));
    assertThat(figures.today().repeatRate()).isZero();
    assertThat(figures.today().callerAccessRate()).isEqualTo(1);
  }
}
