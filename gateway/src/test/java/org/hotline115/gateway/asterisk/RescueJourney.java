package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.RescueResult;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key 1 on a real Asterisk: the rescue answers, or it does not, with a gateway and without one. */
class RescueJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId DAVID = new AgentId("david");
  private static final Duration SOON = Duration.ofSeconds(25);
  private static final Caller STAYING = Caller.staying(Duration.ofSeconds(90));
  private static final String WAITS_THEN_DANGER = "1500:0 4000:1";

  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final int DAVID_PORT = TestAsterisk.freeUdpPort();
  private static final int RESCUE_PORT = TestAsterisk.freeUdpPort();

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static CallRows rows;
  private PhoneFeature phone;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(
                    Station.at("claire", CLAIRE_PORT),
                    Station.at("david", DAVID_PORT),
                    Station.at("samu", RESCUE_PORT)),
                TestAsterisk.freeUdpPort(),
                Map.of(
                    "HOTLINE_RESCUE", "PJSIP/samu",
                    "HOTLINE_RESCUE_SERVICE", "15",
                    "HOTLINE_RESCUE_SECONDS", "5"))
            .start();
    database = TestServers.database();
    rows = new CallRows(database);
  }

  @AfterAll
  static void stop() {
    asterisk.close();
    database.close();
  }

  @BeforeEach
  void theGatewayLives() {
    phone = PhoneKit.up(asterisk, database, folder.resolve("state"));
  }

  @AfterEach
  void everybodyGoesHome() {
    await("no call is left", SOON, () -> phone.calls().live().isEmpty());
    phone.signOff().signOff(CLAIRE);
    phone.close();
  }

  private static boolean channelsAreGone() {
    return asterisk.cli("core", "show", "channels").contains("0 active channels");
  }

  @Test
  void inTheMenuTheRescueAnswersAndItIsWrittenWhoAndHowLong() {
    int before = rows.count();
    try (Sipp _ = Sipp.agent(asterisk, RESCUE_PORT, Duration.ofSeconds(4));
        Sipp caller = Sipp.call(asterisk, STAYING.pressing("1"))) {
      await("he arrived", SOON, () -> rows.count() > before);
      await("the rescue answers", SOON, () -> rows.newest().get("rescue_answered_at") != null);
      assertThat(rows.newest()).containsEntry("state", "HANDED_OFF");
      assertThat(caller.running()).isTrue();
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
      assertThat(caller.endsWithin(SOON)).as(caller.said()).isTrue();
    }

    assertThat(rows.newest())
        .containsEntry("outcome", "IVR_EMERGENCY_HANDOFF")
        .containsEntry("rescue", "15");
    assertThat((Long) rows.newest().get("rescue_seconds")).isBetween(3L, 6L);
  }

  @Test
  void whoWaitsAndPressesOneReachesTheRescueAndHasNotAbandoned() {
    int before = rows.count();
    try (Sipp _ = Sipp.agent(asterisk, RESCUE_PORT, Duration.ofSeconds(3));
        Sipp _ = Sipp.keys(asterisk, STAYING, WAITS_THEN_DANGER)) {
      await("he waits", SOON, () -> rows.count() > before && rows.newestIs("state", "WAITING"));
      await("the rescue rings", SOON, () -> rows.newestIs("state", "HANDED_OFF"));
      assertThat(phone.liveQueues().view("public").waiting()).isZero();
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest())
        .containsEntry("outcome", "IVR_EMERGENCY_HANDOFF")
        .containsEntry("rescue", "15");
    assertThat(rows.newest().get("rescue_answered_at")).isNotNull();
    assertThat((Long) rows.newest().get("wait_seconds")).isLessThan(8);
  }

  @Test
  void whomTheRescueDoesNotAnswerIsTakenBeforeWhoWaitsLonger() {
    Caller older = STAYING.from("0465710041");
    try (Sipp _ = Sipp.phone(asterisk, "agent_silent.xml", RESCUE_PORT, Duration.ZERO);
        Sipp _ = Sipp.call(asterisk, older.pressing("0"))) {
      await("one waits", SOON, () -> phone.liveQueues().view("public").waiting() == 1);
      int before = rows.count();
      try (Sipp inDanger = Sipp.keys(asterisk, STAYING, WAITS_THEN_DANGER)) {
        await("he arrived", SOON, () -> rows.count() > before);
        await("it rang in vain", SOON, () -> rows.newest().get("rescue_missed_at") != null);
        await("both wait", SOON, () -> phone.liveQueues().view("public").waiting() == 2);
        assertThat(inDanger.running()).isTrue();
        ready(CLAIRE);
        try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(2))) {
          await("he is answered", SOON, () -> rows.newest().get("answered_at") != null);
        }
      }
      phone.signOff().signOff(CLAIRE);
      asterisk.cli("channel", "request", "hangup", "all");
      await("the calls are over", SOON, () -> phone.calls().live().isEmpty());
    }

    assertThat(rows.newest())
        .containsEntry("outcome", "ANSWERED")
        .containsEntry("agent", "claire")
        .containsEntry("rescue", "15")
        .containsEntry("rank_reason", "RESCUE_UNANSWERED");
    assertThat(rows.newest().get("rescue_seconds")).isNull();
    assertThat(rows.all().get(rows.count() - 2).get("answered_at")).isNull();
  }

  private void ready(AgentId agent) {
    PhoneKit.ready(phone, agent);
    assertThat(phone.presences().of(agent).presence()).isNotInstanceOf(Presence.Paused.class);
  }

  @Test
  void aBusyRescueSendsHimToUsAtOnceAndHeHearsItWhereHeWaits() {
    int before = rows.count();
    Path played = asterisk.folder().resolve("log/played.log");
    asterisk.cli("logger", "add", "channel", played.toString(), "debug");
    asterisk.cli("core", "set", "debug", "1", "res_musiconhold.so");
    try (Sipp _ = Sipp.phone(asterisk, "agent_busy.xml", RESCUE_PORT, Duration.ZERO);
        Sipp _ = Sipp.call(asterisk, STAYING.pressing("1"))) {
      await("he arrived", SOON, () -> rows.count() > before);
      await("he waits", SOON, () -> rows.newestIs("state", "WAITING"));
      await("it is said to him first", SOON, () -> says(played, "Opened file 0 '%s'"));
      asterisk.cli("channel", "request", "hangup", "all");
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    } finally {
      asterisk.cli("core", "set", "debug", "0", "res_musiconhold.so");
    }

    assertThat(rows.newest()).containsEntry("rank_reason", "RESCUE_UNANSWERED");
    assertThat((String) rows.newest().get("outcome")).startsWith("ABANDONED");
  }

  /** True when Asterisk logged that it plays the word about the rescue, in French. */
  private static boolean says(Path log, String opened) {
    Path word = asterisk.folder().resolve("data/sounds/fr/hotline/p30_rescue_missed");
    try {
      return Files.exists(log) && Files.readString(log).contains(opened.formatted(word));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Claire talks with somebody; her phone hangs up after so long. */
  private TestTalk claireTalks(Duration talks) {
    ready(CLAIRE);
    return TestTalk.between(
        asterisk, rows, CLAIRE_PORT, talks, STAYING.from("0465710042").pressing("0"));
  }

  private RescueResult rings(UUID ringId, String service) {
    return phone
        .besideTalks()
        .ringRescue(new JdbcAuditTrail(database))
        .ring(
            ringId,
            new CallId(rows.newest().get("call_id").toString()),
            new RescueService(service),
            CLAIRE);
  }

  @Test
  void anAgentRingsTheRescueWhichJoinsTheTalkAndStaysWithTheCallerWhenSheLeaves() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(12));
        Sipp _ = Sipp.agent(asterisk, RESCUE_PORT, Duration.ofSeconds(25))) {
      UUID ringId = UUID.randomUUID();
      assertThat(rings(ringId, "15")).isInstanceOf(RescueResult.Ordered.class);
      assertThat(rings(ringId, "15")).as("the same wish again").isNotNull();
      await("the rescue answers", SOON, () -> rows.newest().get("rescue_answered_at") != null);
      assertThat(asterisk.telephones()).as("three are on the line").isEqualTo(3);
      assertThat(rows.newest()).containsEntry("state", "TALKING");
      await("she leaves", SOON, () -> rows.newestIs("state", "LEAVING"));
      await("two are on the line", SOON, () -> asterisk.telephones() == 2);
      assertThat(talk.caller().running()).isTrue();
      assertThat(talk.caller().running()).as("he is with the rescue").isTrue();
      await("the call is over", Duration.ofSeconds(40), () -> rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest())
        .containsEntry("outcome", "ANSWERED")
        .containsEntry("rescue", "15")
        .containsEntry("rank_reason", "ARRIVAL");
    assertThat((Long) rows.newest().get("rescue_seconds")).isBetween(15L, 40L);
  }

  @Test
  void aRescueThatDoesNotAnswerLeavesTheTalkAsItIsAndMayBeRungAgain() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(60))) {
      try (Sipp _ = Sipp.phone(asterisk, "agent_busy.xml", RESCUE_PORT, Duration.ZERO)) {
        rings(UUID.randomUUID(), "17");
        await("it was missed", SOON, () -> rows.newest().get("rescue_missed_at") != null);
      }
      assertThat(rows.newest())
          .containsEntry("state", "TALKING")
          .containsEntry("rescue", "17")
          .containsEntry("rank_reason", "ARRIVAL");
      try (Sipp _ = Sipp.agent(asterisk, RESCUE_PORT, Duration.ofSeconds(20))) {
        rings(UUID.randomUUID(), "15");
        await("it answers", SOON, () -> rows.newest().get("rescue_answered_at") != null);
        assertThat(rows.newest()).containsEntry("rescue", "15");
      }
      assertThat(talk.caller().running()).isTrue();
      asterisk.cli("channel", "request", "hangup", "all");
    }
  }

  @Test
  void whomSheLeavesWhileTheRescueRingsIsNotLetGoAndIsTheNextOfAnotherAgent() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(4))) {
      try (Sipp _ = Sipp.phone(asterisk, "agent_silent.xml", RESCUE_PORT, Duration.ZERO)) {
        rings(UUID.randomUUID(), "15");
        await("she leaves", SOON, () -> rows.newestIs("state", "LEAVING"));
        phone.signOff().signOff(CLAIRE);
        await("it rang in vain", SOON, () -> rows.newest().get("rescue_missed_at") != null);
        await("he waits again", SOON, () -> rows.newestIs("state", "WAITING"));
        assertThat(asterisk.cli("queue", "show", "public"))
            .as("before all")
            .contains("prio: 2147483647");
        assertThat(rows.newest()).containsEntry("rank_reason", "RESCUE_UNANSWERED");
      }
      ready(DAVID);
      try (Sipp _ = Sipp.agent(asterisk, DAVID_PORT, Duration.ofSeconds(3))) {
        await("they talk", SOON, () -> rows.newestIs("state", "TALKING"));
        assertThat(phone.presences().of(DAVID).presence()).isInstanceOf(Presence.Talking.class);
        assertThat(talk.caller().running()).isTrue();
        await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
      }
      phone.signOff().signOff(DAVID);
    }

    assertThat(rows.newest()).containsEntry("outcome", "ANSWERED").containsEntry("agent", "david");
    assertThat((Long) rows.newest().get("talk_seconds")).as("4 and 3").isBetween(5L, 10L);
  }

  @Test
  void whoPressesOneAgainAfterAMissReachesTheRescue() {
    int before = rows.count();
    try (Sipp caller = Sipp.keys(asterisk, STAYING, "1500:1 12000:1")) {
      try (Sipp _ = Sipp.phone(asterisk, "agent_busy.xml", RESCUE_PORT, Duration.ZERO)) {
        await("he arrived", SOON, () -> rows.count() > before);
        await("it was missed", SOON, () -> rows.newest().get("rescue_missed_at") != null);
      }
      try (Sipp _ = Sipp.agent(asterisk, RESCUE_PORT, Duration.ofSeconds(2))) {
        await("it answers", SOON, () -> rows.newest().get("rescue_answered_at") != null);
        assertThat(caller.running()).isTrue();
        await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
      }
    }

    assertThat(rows.newest()).containsEntry("outcome", "IVR_EMERGENCY_HANDOFF");
  }

  @Test
  void whoseLineDropsAfterAMissAndWhoRingsAgainIsStillBeforeAll() {
    try (CallbackFeature _ =
            PhoneKit.callbacks(phone, database, new NoTexts(), PhoneKit.CALLBACK.rules());
        Sipp _ = Sipp.phone(asterisk, "agent_busy.xml", RESCUE_PORT, Duration.ZERO)) {
      try (Sipp _ = Sipp.call(asterisk, STAYING.from("0465710043").pressing("1"))) {
        await("he waits", SOON, () -> rows.newestIs("state", "WAITING"));
        phone.calls().live().forEach(call -> phone.phones().hangUp(call.id()));
        await("his line dropped", SOON, () -> rows.newestIs("state", "ENDED"));
      }
      int before = rows.count();
      try (Sipp _ = Sipp.call(asterisk, STAYING.from("0465710043").pressing("0"))) {
        await(
            "he rings again",
            SOON,
            () -> rows.count() > before && rows.newestIs("state", "WAITING"));
        assertThat(rows.newest()).containsEntry("rank_reason", "RESCUE_REDIAL");
        assertThat(asterisk.cli("queue", "show", "public")).contains("prio: 2147483647");
        asterisk.cli("channel", "request", "hangup", "all");
      }
    }
  }

  @Test
  void withoutAGatewayTheRescueAnswersAndTheRowIsCompleteAfterwards() {
    int before = rows.count();
    phone.close();
    try (Sipp _ = Sipp.agent(asterisk, RESCUE_PORT, Duration.ofSeconds(2));
        Sipp caller = Sipp.keys(asterisk, STAYING, WAITS_THEN_DANGER)) {
      assertThat(caller.endsWithin(SOON)).as(caller.said()).isTrue();
    }
    await("no channel is left", SOON, RescueJourney::channelsAreGone);
    assertThat(rows.count()).isEqualTo(before);
    theGatewayLives();
    await("the witness told", SOON, () -> rows.count() > before && rows.newestIs("state", "ENDED"));

    assertThat(rows.newest())
        .containsEntry("outcome", "IVR_EMERGENCY_HANDOFF")
        .containsEntry("rescue", "15");
    assertThat((Long) rows.newest().get("rescue_seconds")).isBetween(1L, 4L);
  }
}
