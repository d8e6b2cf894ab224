package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallStore;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.line.LinePlan;
import org.hotline115.callflow.line.MirrorLanguages;
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

/**
 * Language as a skill on a real Asterisk: claire speaks Arabic, karim and lea do not. Who chose
 * Arabic is brought to her, waits for her a while, and never keeps anybody else waiting.
 */
class LanguageSkillJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");
  private static final AgentId LEA = new AgentId("lea");
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Duration LONG = Duration.ofSeconds(170);
  private static final int WAIT_SECONDS = 12;
  private static final Map<AgentId, Integer> PORTS =
      Map.of(
          CLAIRE, TestAsterisk.freeUdpPort(),
          KARIM, TestAsterisk.freeUdpPort(),
          LEA, TestAsterisk.freeUdpPort());
  private static final Caller ARABIC = Caller.staying(LONG).from("0465710051");
  private static final Caller FRENCH = Caller.staying(LONG).from("0465710052").pressing("0");

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
                PORTS.entrySet().stream()
                    .map(agent -> Station.at(agent.getKey().value(), agent.getValue()))
                    .toList())
            .start();
    database = TestServers.database();
    rows = new CallRows(database);
    AccessFeature access = new AccessFeature(database, SessionLimits.SHIFT, InstantSource.system());
    PORTS
        .keySet()
        .forEach(agent ->
            access
                .createAccount()
                .create(
                    new Account(agent, agent.value(), Role.LISTENER), "a-long-password-1", agent));
    access.agentLanguages().change(CLAIRE, Set.of("ar"), CLAIRE);
  }

  @AfterAll
  static void stop() {
    asterisk.close();
    database.close();
  }

  @BeforeEach
  void theGatewayLivesAndToldTheExchange() {
    phone = PhoneKit.up(asterisk, database, folder.resolve("state"));
    LineFeature lines =
        new LineFeature(
            new LineFeature.Ground(
                database,
                new JdbcAuditTrail(database),
                InstantSource.system(),
                ZoneId.of("Europe/Paris")),
            PhoneKit.LINES.stream()
                .map(line ->
                    new LinePlan(
                        line.line(),
                        line.plan().hours(),
                        false,
                        null,
                        Duration.ofSeconds(WAIT_SECONDS)))
                .toList(),
            phone.lineMemory(),
            new LineFeature.Messages(folder, Duration.ofDays(1)));
    lines.mirrorLines().run();
    MirrorLanguages languages =
        lines.mirror(
            new AccessFeature(database, SessionLimits.SHIFT, InstantSource.system())
                .agentLanguages());
    languages.run();
    assertThat(asterisk.cli("dialplan", "show", "globals")).contains("SPEAKS_claire-web=-fr-ar-");
  }

  @AfterEach
  void everybodyGoesHome() {
    PORTS.keySet().forEach(agent -> phone.signOff().signOff(agent));
    PORTS
        .keySet()
        .forEach(
            agent -> asterisk.cli("queue", "remove", "member", "PJSIP/" + agent, "from", "public"));
    phone.close();
  }

  private Sipp comes(AgentId agent, Duration talks) {
    Sipp sipp = Sipp.agent(asterisk, PORTS.get(agent), talks);
    PhoneKit.ready(phone, agent);
    return sipp;
  }

  /** The id of the call that is the next row, once this column of it says something. */
  private static String next(int before, String column) {
    await(
        "the call " + before + " has " + column,
        SOON,
        () -> rows.count() > before && rows.all().get(before).get(column) != null);
    return rows.all().get(before).get("call_id").toString();
  }

  /** He chooses Arabic and lets nothing more be explained to him. */
  private static Sipp arabicRings() {
    return Sipp.keys(asterisk, ARABIC, "1500:6 1500:0");
  }

  /** While their telephones still live, so that no word of this call reaches the next one's. */
  private void allHangUp() {
    asterisk.cli("channel", "request", "hangup", "all");
    await("no call is left", SOON, () -> phone.calls().live().isEmpty());
  }

  private static void talking() {
    await("somebody talks", SOON, () -> rows.newestIs("state", "TALKING"));
  }

  private static Object of(String callId, String column) {
    return rows.all().stream()
        .filter(row -> callId.equals(row.get("call_id")))
        .findFirst()
        .orElseThrow()
        .get(column);
  }

  @Test
  void aFreeAgentWhoSpeaksItIsPreferredWithoutAnyWait() {
    try (Sipp _ = comes(KARIM, LONG);
        Sipp _ = comes(CLAIRE, Duration.ofSeconds(1));
        Sipp _ = comes(LEA, LONG)) {
      for (int i = 0; i < 2; i++) {
        int before = rows.count();
        try (Sipp _ = arabicRings()) {
          String call = next(before, "answered_at");
          assertThat(of(call, "agent")).isEqualTo("claire");
          assertThat((Long) of(call, "wait_seconds")).isLessThanOrEqualTo(3);
        }
        await("she is free", SOON, () -> rows.agentState("claire").equals("WRAP_UP"));
        phone.becomeReady().ready(CLAIRE);
      }
      allHangUp();
    }
  }

  @Test
  void heWaitsForHerAsLongAsTheLineSaysAndThenTakesWhoIsThere() {
    try (Sipp _ = comes(CLAIRE, LONG);
        Sipp _ = Sipp.call(asterisk, FRENCH)) {
      talking();
      try (Sipp _ = comes(KARIM, LONG)) {
        int before = rows.count();
        try (Sipp _ = arabicRings()) {
          String call = next(before, "answered_at");
          assertThat(of(call, "agent")).isEqualTo("karim");
          assertThat((Long) of(call, "wait_seconds"))
              .isBetween(WAIT_SECONDS - 1L, WAIT_SECONDS + 5L);
          assertThat(of(call, "language_held_at")).isNotNull();
          allHangUp();
        }
      }
    }
  }

  @Test
  void nobodyElseWaitsBecauseOfALanguageAndTheTurnSaysWhy() {
    try (Sipp _ = comes(CLAIRE, Duration.ofSeconds(20));
        Sipp _ = Sipp.call(asterisk, FRENCH)) {
      talking();
      try (Sipp _ = comes(KARIM, LONG);
          Sipp _ = comes(LEA, LONG)) {
        int before = rows.count();
        try (Sipp _ = arabicRings()) {
          String arabic = next(before, "language_held_at");
          int second = rows.count();
          try (Sipp _ = Sipp.call(asterisk, FRENCH.from("0465710053"))) {
            String french = next(second, "answered_at");
            assertThat((Long) of(french, "wait_seconds")).isLessThanOrEqualTo(3);
            assertThat(of(french, "agent")).isIn("karim", "lea");
            assertThat(phone.callStore().turnOf(new CallId(french)))
                .contains(new CallStore.Turn(1, 0, 1));
            await("he is answered", SOON, () -> of(arabic, "answered_at") != null);
            allHangUp();
          }
        }
      }
    }
  }

  @Test
  void whenAHandIsMissingTheOldestIsTakenByWhoIsThere() {
    try (Sipp _ = comes(CLAIRE, LONG);
        Sipp _ = Sipp.call(asterisk, FRENCH)) {
      talking();
      try (Sipp _ = comes(KARIM, LONG)) {
        int before = rows.count();
        try (Sipp _ = arabicRings()) {
          String arabic = next(before, "language_held_at");
          try (Sipp _ = Sipp.call(asterisk, FRENCH.from("0465710054"))) {
            await("karim takes him", SOON, () -> "karim".equals(of(arabic, "agent")));
            assertThat((Long) of(arabic, "wait_seconds")).isLessThan(WAIT_SECONDS);
            OffsetDateTime answered = (OffsetDateTime) rows.newest().get("answered_at");
            assertThat(answered)
                .as("the younger one waits, as he would without languages")
                .isNull();
            allHangUp();
          }
        }
      }
    }
  }

  @Test
  void aDeadGatewayChangesNothing() {
    try (Sipp _ = comes(CLAIRE, Duration.ofSeconds(15));
        Sipp _ = Sipp.call(asterisk, FRENCH)) {
      talking();
      asterisk.cli("dialplan", "set", "global", "LINE_LANGUAGE_WAIT_public", "90");
      int before = rows.count();
      try (Sipp _ = comes(KARIM, LONG);
          Sipp _ = arabicRings()) {
        String arabic = next(before, "language_held_at");
        phone.close();
        await("somebody has him", SOON, () -> !connectedTo(arabic).isEmpty());
        assertThat(connectedTo(arabic)).isEqualTo("claire");
        theGatewayLivesAndToldTheExchange();
        allHangUp();
      }
    }
  }

  /** By Asterisk's own log. */
  private static String connectedTo(String callId) {
    try {
      return Files.readString(asterisk.queueLog())
          .lines()
          .map(line -> line.split("\\|", -1))
          .filter(fields -> fields.length > 4 && fields[4].equals("CONNECT"))
          .filter(fields -> fields[1].equals(callId))
          .map(fields -> fields[3])
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
