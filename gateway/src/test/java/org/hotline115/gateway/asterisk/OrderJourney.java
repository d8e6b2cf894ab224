package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallStore;
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

/** One order by the time of arrival, on a real Asterisk: with the gateway, and without it. */
class OrderJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final Caller WAITING = Caller.staying(Duration.ofSeconds(90)).pressing("0");

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static PhoneFeature phone;
  private static CallbackFeature callbacks;
  private static CallRows rows;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT)))
            .start();
    database = TestServers.database();
    rows = new CallRows(database);
    phone = PhoneKit.feature(asterisk, database, folder.resolve("state"));
    callbacks = PhoneKit.callbacks(phone, database, new NoTexts(), PhoneKit.CALLBACK.rules());
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
    await("no call is left", SOON, () -> phone.calls().live().isEmpty());
    phone.signOff().signOff(CLAIRE);
  }

  private static int waiting() {
    return phone.liveQueues().view("public").waiting();
  }

  @Test
  void whoseLineDropsAndWhoRingsAgainIsAnsweredAtTheOldPlace() {
    Caller dropped = WAITING.from("0465710021");
    try (Sipp first = Sipp.call(asterisk, dropped)) {
      await("he waits", SOON, () -> waiting() == 1);
      Map<String, Object> lost = rows.newest();
      try (Sipp other = Sipp.call(asterisk, WAITING.from("0465710022"))) {
        await("another waits behind him", SOON, () -> waiting() == 2);
        hangUp("0465710021", first);
        try (Sipp _ = Sipp.call(asterisk, dropped)) {
          await("he waits again", SOON, () -> waiting() == 2);
          Map<String, Object> again = rows.newest();
          assertThat(again)
              .containsEntry("rank_reason", "REDIAL")
              .containsEntry("rank_of", lost.get("call_id"))
              .containsEntry("rank_at", lost.get("rank_at"));
          answered();
          assertThat(row(again)).containsEntry("outcome", "ANSWERED");
          assertThat(phone.callStore().turnOf(id(again))).contains(new CallStore.Turn(0, 1, 0));
        }
        hangUp("0465710022", other);
      }
    }
  }

  private static void answered() {
    PhoneKit.ready(phone, CLAIRE);
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(1))) {
      await("she talks", SOON, OrderJourney::claireTalks);
      await("one is left", SOON, () -> phone.calls().live().size() == 1);
    }
  }

  private static Map<String, Object> row(Map<String, Object> call) {
    return rows.all().stream()
        .filter(row -> row.get("call_id").equals(call.get("call_id")))
        .findFirst()
        .orElseThrow();
  }

  private static CallId id(Map<String, Object> call) {
    return new CallId(call.get("call_id").toString());
  }

  @Test
  void whoDroppedOnceGivesHisPlaceToOneCallOnly() {
    Caller shared = WAITING.from("0465710023");
    try (Sipp first = Sipp.call(asterisk, shared)) {
      await("he waits", SOON, () -> waiting() == 1);
      hangUp("0465710023", first);
      try (Sipp second = Sipp.call(asterisk, shared)) {
        await("he waits again", SOON, () -> waiting() == 1);
        try (Sipp third = Sipp.call(asterisk, shared)) {
          await("another of the house waits", SOON, () -> waiting() == 2);
          assertThat(rows.newest()).containsEntry("rank_reason", "ARRIVAL");
          hangUp("0465710023", third);
        }
        second.end();
      }
    }
  }

  @Test
  void whosePhoneDiedAndWhoRingsAgainBeforeTheExchangeNoticesGetsTheOldPlace() {
    Caller died = WAITING.from("0465710024");
    Map<String, Object> dead;
    try (Sipp first = Sipp.call(asterisk, died)) {
      await("he waits", SOON, () -> waiting() == 1);
      dead = rows.newest();
      first.end(); // no word to the exchange: it believes that he still waits
    }
    Caller patient = Caller.staying(Duration.ofMinutes(4)).pressing("0");
    try (Sipp _ = Sipp.call(asterisk, patient.from("0465710025"))) {
      await("another waits behind him", SOON, () -> waiting() == 2);
      try (Sipp _ = Sipp.call(asterisk, patient.from("0465710024"))) {
        await("he waits a second time, last of three", SOON, () -> waiting() == 3);
        Map<String, Object> again = rows.newest();
        assertThat(again).containsEntry("rank_reason", "ARRIVAL");

        await(
            "the dead line ended and its place was taken over",
            Duration.ofSeconds(100),
            () -> "REDIAL".equals(row(again).get("rank_reason")));

        assertThat(row(again))
            .containsEntry("rank_of", dead.get("call_id"))
            .containsEntry("rank_at", dead.get("rank_at"));
        answered();
        assertThat(row(again)).containsEntry("outcome", "ANSWERED");
        assertThat(phone.callStore().turnOf(id(again))).contains(new CallStore.Turn(0, 1, 0));
      }
    }
    phone.calls().live().forEach(call -> phone.phones().hangUp(call.id()));
  }

  private static boolean claireTalks() {
    return phone.presences().of(CLAIRE).presence() instanceof Presence.Talking;
  }

  /** What hangs is taken off the line, as the network would tell us. */
  private static void hangUp(String number, Sipp caller) {
    phone.calls().live().stream()
        .filter(call -> numberOf(call.id()).equals(number))
        .forEach(call -> phone.phones().hangUp(call.id()));
    assertThat(caller.endsWithin(SOON)).as(caller.said()).isTrue();
  }

  private static String numberOf(CallId id) {
    return phone.callStore().find(id).stream()
        .flatMap(call -> phone.callerStore().numberOf(call.caller().key()).stream())
        .map(number -> "0" + number.e164().substring(3))
        .findFirst()
        .orElse("");
  }
}
