package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.callback.Callback;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.callback.CallbackStatus;
import org.hotline115.callflow.line.DecideLine;
import org.hotline115.callflow.line.GiveVoicemailTasks;
import org.hotline115.callflow.line.LineAct;
import org.hotline115.callflow.line.LineActId;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.line.LinePlan;
import org.hotline115.callflow.line.Voicemail;
import org.hotline115.callflow.line.VoicemailTask;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.VoicemailPromises;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A message on a closed line becomes, once the line is open, a promise at the time it was left; an
 * agent takes it and the person's telephone rings.
 */
class VoicemailJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final int PERSON_PORT = TestAsterisk.freeUdpPort();

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static PhoneFeature phone;
  private static CallbackFeature callbacks;
  private static LineFeature lines;
  private static GiveVoicemailTasks tasks;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT)),
                PERSON_PORT,
                Map.of())
            .start();
    database = TestServers.database();
    phone = PhoneKit.feature(asterisk, database, folder.resolve("state"));
    callbacks = PhoneKit.callbacks(phone, database, new NoTexts(), PhoneKit.CALLBACK.rules());
    lines =
        new LineFeature(
            new LineFeature.Ground(
                database,
                new JdbcAuditTrail(database),
                InstantSource.system(),
                ZoneId.of("Europe/Paris")),
            PhoneKit.LINES.stream()
                .map(line ->
                    new LinePlan(line.line(), line.plan().hours(), true, null, Duration.ZERO))
                .toList(),
            phone.lineMemory(),
            new LineFeature.Messages(
                asterisk.folder().resolve("var/spool/voicemail"), Duration.ofDays(30)));
    tasks =
        lines.giveVoicemailTasks(
            new VoicemailPromises(
                phone.callStore(), phone.callerStore(), callbacks.promiseCallback()));
    PhoneKit.up(phone);
    callbacks.start(phone::up);
  }

  @AfterAll
  static void stop() {
    callbacks.close();
    phone.close();
    asterisk.close();
    database.close();
  }

  private static void decide(LineAct.Kind kind) {
    lines
        .decideLine()
        .run(
            new DecideLine.Wish(
                new LineActId(UUID.randomUUID()), "professional", kind, null, null, "nuit"),
            CLAIRE);
  }

  private static Voicemail leavesAMessage(String number) {
    List<String> before = lines.answerVoicemails().list().stream().map(Voicemail::callId).toList();
    Caller caller = Caller.staying(Duration.ofSeconds(24)).from(number).dialling("0465710116");
    try (Sipp sipp = Sipp.speaking(asterisk, caller)) {
      assertThat(sipp.endsWithin(SOON)).isTrue();
    }
    await(
        "the message is found",
        SOON,
        () -> {
          lines.collectVoicemails().run();
          return lines.answerVoicemails().list().size() > before.size();
        });
    return lines.answerVoicemails().list().stream()
        .filter(message -> !before.contains(message.callId()))
        .findFirst()
        .orElseThrow();
  }

  private static VoicemailTask taskOf(Voicemail message) {
    tasks.run();
    return lines.answerVoicemails().ofCall(message.callId()).orElseThrow().task();
  }

  @Test
  void aMessageIsAPromiseAtItsOwnTimeOnceTheLineIsOpen() {
    decide(LineAct.Kind.CLOSED);
    Voicemail message = leavesAMessage("0465710081");
    Voicemail withheld = leavesAMessage("anonymous");
    assertThat(taskOf(message)).as("nobody is rung while the line is closed").isNull();
    assertThat(callbacks.keepPromises().owed()).isEmpty();

    decide(LineAct.Kind.OPENED);

    assertThat(taskOf(withheld)).isEqualTo(VoicemailTask.LISTEN);
    assertThat(taskOf(message)).isEqualTo(VoicemailTask.CALLBACK);
    tasks.run();
    List<Callback> owed = callbacks.keepPromises().owed();
    assertThat(owed)
        .singleElement()
        .satisfies(promise -> {
          assertThat(promise.keptRankAt()).isEqualTo(message.leftAt());
          assertThat(promise.queue()).isEqualTo("professional");
          assertThat(promise.fromCall().linkedid()).isEqualTo(message.callId());
        });

    PhoneKit.ready(phone, CLAIRE);
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(20));
        Sipp _ = Sipp.agent(asterisk, PERSON_PORT, Duration.ofSeconds(2))) {
      await(
          "the person is reached",
          SOON,
          () ->
              callbacks.readCallbacks().find(owed.getFirst().id()).orElseThrow().callback().status()
                  == CallbackStatus.REACHED);
      asterisk.cli("channel", "request", "hangup", "all");
    }
    assertThat(lines.answerVoicemails().hear(message.callId(), CLAIRE)).isPresent();
  }
}
