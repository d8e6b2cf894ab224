package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises on a real Asterisk: made by keypad, kept at their turn, never lost. */
class CallbackJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Caller STAYING = Caller.staying(Duration.ofSeconds(90));

  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();

  /** The telephone of whoever is called back: the other end of the trunk. */
  private static final int PERSON_PORT = TestAsterisk.freeUdpPort();

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static PhoneFeature phone;
  private static CallbackFeature callbacks;
  private static CallRows rows;
  private static final NoTexts TEXTS = new NoTexts();

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT)),
                PERSON_PORT,
                Map.of("HOTLINE_WAIT_MAX", "45"))
            .start();
    database = TestServers.database();
    rows = new CallRows(database);
    phone = PhoneKit.feature(asterisk, database, folder.resolve("state"));
    callbacks = PhoneKit.callbacks(phone, database, TEXTS, PhoneKit.CALLBACK.rules());
    phone.start();
    callbacks.start(phone::up);
    await("the telephone is up", Duration.ofSeconds(30), phone::up);
  }

  @AfterAll
  static void stop() {
    callbacks.close();
    phone.close();
    asterisk.close();
    database.close();
  }

  @AfterEach
  void everybodyGoesHome() {
    phone.signOff().signOff(CLAIRE);
    database.with(handle ->
        handle.execute(
            "UPDATE callback SET status = 'EXPIRED', closed_at = now() WHERE closed_at IS NULL"));
    await("no call is left", SOON, () -> phone.calls().live().isEmpty());
  }

  private static void ready() {
    PhoneKit.ready(phone, CLAIRE);
  }

  private static boolean claireIs(Class<? extends Presence> presence) {
    return presence.isInstance(phone.presences().of(CLAIRE).presence());
  }

  /** Somebody waits, asks to be called back, and hangs up. */
  private static Map<String, Object> promisedTo(String number) {
    try (Sipp caller = Sipp.keys(asterisk, STAYING.from(number), "1500:0 2500:2 5000:2 5000:2")) {
      assertThat(caller.endsWithin(Duration.ofSeconds(60))).as(caller.said()).isTrue();
    }
    await("the promise stands in the queue", SOON, () -> standing() == 1);
    return rows.all().stream()
        .filter(row -> Boolean.FALSE.equals(row.get("outbound")))
        .toList()
        .getLast();
  }

  private static long standing() {
    String queue = asterisk.cli("queue", "show", "public");
    return queue.lines().filter(line -> line.contains("callback-leg")).count();
  }

  private static Map<String, Object> promise() {
    return database.with(handle ->
        handle
            .createQuery("SELECT * FROM callback ORDER BY callback_id DESC LIMIT 1")
            .mapToMap()
            .one());
  }

  private static boolean promiseIs(String status) {
    return promise().get("status").equals(status);
  }

  private static List<String> attempts() {
    return database.with(handle ->
        handle
            .createQuery(
                "SELECT result FROM callback_attempt WHERE callback_id ="
                    + " (SELECT max(callback_id) FROM callback) ORDER BY placement")
            .mapTo(String.class)
            .list());
  }

  @Test
  void aPromiseIsKeptAtItsTurnAndBothSpeakAtOnce() {
    Map<String, Object> call = promisedTo("0465710031");
    assertThat(call).containsEntry("outcome", "LEFT_FOR_CALLBACK");
    assertThat(promise().get("kept_rank_at")).isEqualTo(call.get("rank_at"));
    ready();
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(60));
        Sipp person = Sipp.agent(asterisk, PERSON_PORT, Duration.ofSeconds(5))) {
      await("she talks", SOON, () -> claireIs(Presence.Talking.class));
      Map<String, Object> ours = rows.newest();
      assertThat(apart(ours, "reached_at", "answered_at")).isLessThan(Duration.ofSeconds(3));
      await("she wraps up", SOON, () -> claireIs(Presence.WrapUp.class));
      assertThat(person.running()).isTrue();
    }
    await("it is kept", SOON, () -> promiseIs("REACHED"));
    await("the line is free", SOON, () -> rows.newestIs("state", "ENDED"));

    assertThat(rows.newest())
        .containsEntry("outbound", true)
        .containsEntry("outcome", "ANSWERED")
        .containsEntry("agent", "claire")
        .containsEntry("rank_reason", "CALLBACK");
    assertThat(attempts()).containsExactly("REACHED");
  }

  private static Duration apart(Map<String, Object> row, String first, String second) {
    return Duration.between(instant(row, first), instant(row, second)).abs();
  }

  private static Instant instant(Map<String, Object> row, String column) {
    return ((java.sql.Timestamp) row.get(column)).toInstant();
  }

  @Test
  void whoIsBusyIsRungAgainAndTheAgentIsFreeBetween() {
    promisedTo("0465710032");
    ready();
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(60));
        Sipp _ = Sipp.phone(asterisk, "agent_busy.xml", PERSON_PORT, Duration.ZERO)) {
      await("the first attempt is noted", SOON, () -> attempts().size() == 1);
      await("she is free", SOON, () -> claireIs(Presence.Ready.class));
      await("it is given up", Duration.ofSeconds(40), () -> promiseIs("UNREACHABLE"));
    }

    assertThat(attempts()).containsExactly("BUSY", "BUSY");
    assertThat(rows.newest()).containsEntry("outcome", "NOT_REACHED");
  }

  @Test
  void whoDoesNotPickUpStaysNoted() {
    promisedTo("0465710033");
    ready();
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(60));
        Sipp _ = Sipp.phone(asterisk, "agent_silent.xml", PERSON_PORT, Duration.ZERO)) {
      await("the attempt is noted", Duration.ofSeconds(40), () -> attempts().size() == 1);
      phone.signOff().signOff(CLAIRE);
      await("she is free", SOON, () -> !claireIs(Presence.Ringing.class));
    }

    assertThat(attempts()).first().isEqualTo("NO_ANSWER");
    assertThat(promiseIs("QUEUED")).isTrue();
  }

  @Test
  void whoRingsAgainStandsAtHisPromiseAndTheTwoBecomeOne() {
    Map<String, Object> first = promisedTo("0465710034");
    try (Sipp _ = Sipp.keys(asterisk, STAYING.from("0465710034"), "1500:0")) {
      await("only the person stands there", SOON, CallbackJourney::onlyThePersonWaits);
      Map<String, Object> again = newestInbound();
      assertThat(again)
          .containsEntry("rank_reason", "CALLBACK")
          .containsEntry("rank_at", first.get("rank_at"));
      ready();
      try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(1))) {
        await("they have spoken", SOON, () -> promiseIs("MERGED"));
        await("the line is free", SOON, () -> phone.calls().live().isEmpty());
      }
    }

    assertThat(newestInbound()).containsEntry("outcome", "ANSWERED");
    assertThat(attempts()).isEmpty();
  }

  @Test
  void whoRingsAgainAndHangsUpIsStillOwedHisCall() {
    promisedTo("0465710035");
    try (Sipp again = Sipp.keys(asterisk, STAYING.from("0465710035"), "1500:0")) {
      await("only the person stands there", SOON, CallbackJourney::onlyThePersonWaits);
      phone.calls().live().stream()
          .filter(call -> !call.id().isOutbound())
          .forEach(call -> phone.phones().hangUp(call.id()));
      assertThat(again.endsWithin(SOON)).isTrue();
    }
    await("the promise stands again", Duration.ofSeconds(25), () -> standing() == 1);

    assertThat(promiseIs("QUEUED")).isTrue();
    assertThat(newestInbound()).containsEntry("outcome", "ABANDONED_SHORT");
  }

  @Test
  void anotherNumberIsReadBackAndConfirmed() {
    String keys =
        "1500:0 3000:3 4000:0 300:4 300:6 300:5 300:7 300:1 300:0 300:0 300:4 300:9"
            + " 8000:2 4000:2 4000:2";
    try (Sipp caller = Sipp.keys(asterisk, STAYING.from("anonymous"), keys)) {
      assertThat(caller.endsWithin(Duration.ofSeconds(60))).as(caller.said()).isTrue();
    }
    await("the promise stands in the queue", SOON, () -> standing() == 1);

    assertThat(newestInbound()).containsEntry("outcome", "LEFT_FOR_CALLBACK");
    assertThat(
            phone
                .callerStore()
                .numberOf(
                    new org.hotline115.callflow.caller.CallerKey(
                        promise().get("caller_key").toString())))
        .map(number -> number.e164())
        .contains("+33465710049");
  }

  @Test
  void aRestartOfTheExchangeLosesNoPromise() {
    promisedTo("0465710036");
    Object placement = promise().get("placement");
    asterisk.kill();
    asterisk.start();
    await("it stands again", Duration.ofSeconds(40), () -> standing() == 1);

    assertThat(promiseIs("QUEUED")).isTrue();
    assertThat((Integer) promise().get("placement")).isGreaterThan((Integer) placement);
  }

  @Test
  void whoWaitedTooLongIsPromisedACallByItself() {
    try (Sipp caller = Sipp.keys(asterisk, STAYING.from("0465710037"), "1500:0")) {
      assertThat(caller.endsWithin(Duration.ofSeconds(85))).as(caller.said()).isTrue();
    }
    await("the promise stands in the queue", SOON, () -> standing() == 1);

    assertThat(newestInbound()).containsEntry("outcome", "TIMED_OUT");
  }

  private static boolean onlyThePersonWaits() {
    return "WAITING".equals(newestInbound().get("state")) && standing() == 0;
  }

  private static Map<String, Object> newestInbound() {
    return rows.all().stream()
        .filter(row -> Boolean.FALSE.equals(row.get("outbound")))
        .toList()
        .getLast();
  }
}
