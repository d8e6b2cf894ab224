package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.line.DecideLine;
import org.hotline115.callflow.line.Holidays;
import org.hotline115.callflow.line.HoursText;
import org.hotline115.callflow.line.LineAct;
import org.hotline115.callflow.line.LineActId;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.line.LinePlan;
import org.hotline115.callflow.line.LineResult;
import org.hotline115.callflow.line.Voicemail;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that is closed, by a supervisor or by its hours, is never a dead line. */
class ClosedLineJourney {

  private static final AgentId SOPHIE = new AgentId("sophie");
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String PROFESSIONALS = "0465710116";

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static PhoneFeature phone;
  private static LineFeature lines;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(folder.resolve("asterisk"), TestAsterisk.freePort(), List.of()).start();
    database = TestServers.database();
    phone = PhoneKit.feature(asterisk, database, folder.resolve("state"));
    lines = lines();
    PhoneKit.up(phone);
  }

  private static LineFeature lines() {
    return new LineFeature(
        new LineFeature.Ground(
            database,
            new JdbcAuditTrail(database),
            InstantSource.system(),
            ZoneId.of("Europe/Paris")),
        PhoneKit.LINES.stream()
            .map(line ->
                new LinePlan(
                    line.line(),
                    line.code().equals("outreach")
                        ? HoursText.read(List.of("2020-01-01 08:00-09:00"), Holidays.FRANCE)
                        : line.plan().hours(),
                    line.code().equals("professional"),
                    null,
                    Duration.ZERO))
            .toList(),
        phone.lineMemory(),
        new LineFeature.Messages(
            asterisk.folder().resolve("var/spool/voicemail"), Duration.ofDays(30)));
  }

  @AfterAll
  static void stop() {
    phone.close();
    asterisk.close();
    database.close();
  }

  @AfterEach
  void everybodyGoesHome() {
    asterisk.cli("channel", "request", "hangup", "all");
    await(
        "nobody is on the line",
        SOON,
        () -> asterisk.cli("core", "show", "channels", "count").contains("0 active channels"));
    decide(LineAct.Kind.BY_HOURS);
  }

  private static void decide(LineAct.Kind kind) {
    assertThat(
            lines
                .decideLine()
                .run(
                    new DecideLine.Wish(
                        new LineActId(UUID.randomUUID()),
                        "professional",
                        kind,
                        null,
                        null,
                        "trop peu de monde"),
                    SOPHIE))
        .isInstanceOf(LineResult.Decided.class);
  }

  private static boolean waitsIn(String queue, int callers) {
    return asterisk.cli("queue", "show", queue).contains(queue + " has " + callers + " calls");
  }

  private static Caller professional() {
    return Caller.staying(Duration.ofSeconds(90)).dialling(PROFESSIONALS);
  }

  @Test
  void aSupervisorClosesALineWhileACallerWaitsAndNobodyIsThrownOut() {
    try (Sipp _ = Sipp.call(asterisk, professional().pressing("0"))) {
      await("the first one waits", SOON, () -> waitsIn("professional", 1));

      decide(LineAct.Kind.CLOSED);

      try (Sipp _ = Sipp.call(asterisk, professional().pressing("0"))) {
        await("the second one is with the public line", SOON, () -> waitsIn("public", 1));
        assertThat(waitsIn("professional", 1)).isTrue();
      }
    }
  }

  @Test
  void aDeadGatewayObeysTheLastSwitch() {
    decide(LineAct.Kind.CLOSED);
    phone.close();
    try (Sipp _ = Sipp.call(asterisk, professional().pressing("0"))) {
      await("he is with the public line", SOON, () -> waitsIn("public", 1));
      assertThat(waitsIn("professional", 0)).isTrue();
    } finally {
      phone = PhoneKit.up(asterisk, database, folder.resolve("state"));
      lines = lines();
      lines.mirrorLines().run();
    }
  }

  @Test
  void onAClosedLineTheDangerKeyLeadsToTheRescue() throws IOException {
    decide(LineAct.Kind.CLOSED);
    try (Sipp _ = Sipp.call(asterisk, professional().pressing("1"))) {
      await("the rescue is called", SOON, () -> witnessed("HOTLINE_EMERGENCY"));
    }
  }

  private static boolean witnessed(String word) {
    try {
      return Files.exists(asterisk.witness())
          && Files.readString(asterisk.witness()).contains(word);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aLineClosedByItsHoursLeadsWhoSaysNothingToThePublicLine() {
    lines.mirrorLines().run();
    Caller outreach = Caller.staying(Duration.ofSeconds(60)).dialling("0465710119");
    try (Sipp _ = Sipp.call(asterisk, outreach)) {
      await("he is with the public line", SOON, () -> waitsIn("public", 1));
      assertThat(witnessed("HOTLINE_CLOSED")).isTrue();
    }
  }

  @Test
  void aMessageIsRecordedAndFoundWithItsCall() {
    decide(LineAct.Kind.CLOSED);
    Caller caller = Caller.staying(Duration.ofSeconds(24)).dialling(PROFESSIONALS);
    try (Sipp sipp = Sipp.speaking(asterisk, caller)) {
      assertThat(sipp.endsWithin(Duration.ofSeconds(40))).isTrue();
    }
    await(
        "the message is found",
        SOON,
        () -> {
          lines.collectVoicemails().run();
          return !lines.answerVoicemails().list().isEmpty();
        });

    Voicemail message = lines.answerVoicemails().list().getFirst();
    assertThat(message.line()).isEqualTo("professional");
    assertThat(message.seconds()).isBetween(3, 20);
    assertThat(lines.answerVoicemails().hear(message.callId(), SOPHIE)).isPresent();
    assertThat(new CallRows(database).all())
        .extracting(row -> row.get("call_id"))
        .contains(message.callId());
  }

  @Test
  void aCallPutFirstStandsBeforeAllOthers() {
    Caller caller = Caller.staying(Duration.ofSeconds(90)).pressing("0");
    try (Sipp _ = Sipp.call(asterisk, caller)) {
      await("one waits", SOON, () -> waitsIn("public", 1));
      try (Sipp _ = Sipp.call(asterisk, caller)) {
        await("two wait", SOON, () -> waitsIn("public", 2));
        String last = new CallRows(database).newest().get("call_id").toString();

        assertThat(
                lines
                    .putCallFirst(phone.callOrder())
                    .run(new LineActId(UUID.randomUUID()), "public", last, "enfant dehors", SOPHIE))
            .isInstanceOf(LineResult.Decided.class);

        assertThat(asterisk.cli("queue", "show", "public"))
            .containsPattern("1\\. PJSIP/anonymous-\\S+ \\(wait: [0-9:]+, prio: 2147483646\\)");
      }
    }
  }
}
