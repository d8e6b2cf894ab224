package org.hotline115.callflow.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallMetrics;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.FactSpool;
import org.hotline115.callflow.call.JdbcCallStore;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.JdbcCallerStore;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.queue.KeepPlace;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gave up today, and is rung because a supervisor says so. */
class AbandonedIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");
  private static final AgentId SOPHIE = new AgentId("sophie");

  private final Database database = TestServers.database();
  private final Callers callers = CallerTestKit.callers();
  private RecordCall calls;
  private CallbackFeature callbacks;
  private int number;

  @BeforeEach
  void build(@TempDir Path folder) {
    JdbcCallStore store = new JdbcCallStore(database, CallRules.DEFAULTS);
    InstantSource clock = InstantSource.fixed(NOON);
    calls =
        new RecordCall(
            store,
            new JdbcCallerStore(database, callers),
            new FactSpool(folder.resolve("spool"), 100),
            CallRules.DEFAULTS,
            new CallMetrics(new SimpleMeterRegistry()));
    callbacks =
        new CallbackFeature(
            new CallbackFeature.Ground(
                database,
                callers,
                new JdbcCallerStore(database, callers),
                calls,
                new PhoneNumbers("FR"),
                new JdbcAuditTrail(database),
                clock,
                PARIS),
            CallbackRules.DEFAULTS,
            new InMemoryCallbackExchange(),
            new CallbackTexts() {
              @Override
              public void ticket(Callback callback) {
                throw new AssertionError("nobody agreed to texts");
              }

              @Override
              public void failed(Callback callback) {}
            },
            new KeepPlace(store, Duration.ofMinutes(10), clock));
  }

  @AfterEach
  void close() {
    callbacks.close();
    database.close();
  }

  private CallId rings(String phone, Instant at) {
    CallId id = new CallId("hotline1-1." + ++number);
    calls.accept(new CallFact.Arrived(id, at, "public", callers.identify(phone)));
    calls.accept(new CallFact.EnteredQueue(id, at.plusSeconds(5), "public", 1));
    return id;
  }

  private CallId givesUp(String phone, Instant at, long waits) {
    CallId id = rings(phone, at);
    Instant left = at.plusSeconds(5 + waits);
    calls.accept(new CallFact.LeftQueue(id, left, QueueExit.ABANDONED));
    calls.accept(new CallFact.Ended(id, left, 16));
    return id;
  }

  private CallId answered(String phone, Instant at) {
    CallId id = rings(phone, at);
    calls.accept(new CallFact.AgentConnected(id, at.plusSeconds(60), SOPHIE, 3));
    calls.accept(new CallFact.Ended(id, at.plusSeconds(400), 16));
    return id;
  }

  private List<CallId> gone() {
    return callbacks.ringAbandoned().today().stream().map(seen -> seen.abandoned().call()).toList();
  }

  @Test
  void onlyWhoWasLeftAloneIsOnTheListOnceAndTheOldestFirst() {
    Instant ten = NOON.minusSeconds(3_600);
    givesUp("0639981201", ten.plusSeconds(900), 300);
    CallId again = givesUp("0639981201", ten.plusSeconds(1_800), 200);
    CallId older = givesUp("0639981202", ten, 400);
    givesUp("0639981203", ten, 400);
    answered("0639981203", ten.plusSeconds(1_000));
    givesUp("0639981204", ten, 400);
    rings("0639981204", NOON.minusSeconds(20));
    givesUp("0639981205", ten, 4);
    givesUp("0639981206", NOON.minusSeconds(86_400), 400);

    assertThat(gone()).containsExactly(older, again);
    RingAbandoned.Seen seen = callbacks.ringAbandoned().today().getLast();
    assertThat(seen.abandoned().calls()).isEqualTo(2);
    assertThat(seen.abandoned().waitedSeconds()).isEqualTo(200);
    assertThat(String.valueOf(seen.maskedNumber())).doesNotContain("639981201");
  }

  @Test
  void whoIsRungKeepsThePlaceOfHisCallAndIsPromisedItOnce() {
    CallId gone = givesUp("0639981201", NOON.minusSeconds(3_600), 300);

    CallbackId promised = callbacks.ringAbandoned().promise(gone, SOPHIE).orElseThrow();

    assertThat(callbacks.ringAbandoned().promise(gone, SOPHIE)).contains(promised);
    assertThat(gone()).isEmpty();
    assertThat(callbacks.readCallbacks().owed()).hasSize(1);
    Callback owed = callbacks.readCallbacks().owed().getFirst().callback();
    assertThat(owed.keptRankAt()).isEqualTo(NOON.minusSeconds(3_600));
    assertThat(owed.texts()).isFalse();
    long audited =
        database.with(handle ->
            handle
                .createQuery("SELECT count(*) FROM audit_event WHERE action = 'ABANDONED_RUNG'")
                .mapTo(Long.class)
                .one());
    assertThat(audited).isEqualTo(1);
  }

  @Test
  void whoWasSpokenWithMeanwhileIsNotRung() {
    CallId gone = givesUp("0639981201", NOON.minusSeconds(3_600), 300);
    answered("0639981201", NOON.minusSeconds(600));

    assertThat(callbacks.ringAbandoned().promise(gone, SOPHIE)).isEmpty();
    assertThat(callbacks.ringAbandoned().promise(new CallId("hotline1-9.9"), SOPHIE)).isEmpty();
  }
}
