package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.InterpreterResult;
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

/** An interpreter joins a talk on a real Asterisk: he answers or not, is dropped, is left. */
class InterpreterJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Caller STAYING = Caller.staying(Duration.ofSeconds(90));
  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final int INTERPRETER_PORT = TestAsterisk.freeUdpPort();

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
                List.of(Station.at("claire", CLAIRE_PORT)),
                INTERPRETER_PORT,
                Map.of("HOTLINE_INTERPRETER_SECONDS", "4"))
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
    phone.signOff().signOff(CLAIRE);
    phone.close();
  }

  /** Claire talks with somebody; her phone hangs up after so long. */
  private TestTalk claireTalks(Duration talks) {
    PhoneKit.ready(phone, CLAIRE);
    return TestTalk.between(
        asterisk, rows, CLAIRE_PORT, talks, STAYING.from("0465710061").pressing("0"));
  }

  /** While the telephones still live, so that no word of this call reaches the next one's. */
  private void allHangUp() {
    asterisk.cli("channel", "request", "hangup", "all");
    await("no call is left", SOON, () -> phone.calls().live().isEmpty());
  }

  private static CallId call() {
    return new CallId(rows.newest().get("call_id").toString());
  }

  private static long secondsWithInterpreter() {
    return (Long) rows.newest().get("interpreter_seconds");
  }

  @Test
  void anInterpreterJoinsTheTalkOnceAndIsLetGoByTheAgent() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(60));
        Sipp _ = Sipp.agent(asterisk, INTERPRETER_PORT, Duration.ofSeconds(60))) {
      assertThat(phone.besideTalks().addInterpreter().add(call(), "ar", CLAIRE))
          .isInstanceOf(InterpreterResult.Ordered.class);
      phone.besideTalks().addInterpreter().add(call(), "ar", CLAIRE); // pressed twice
      await("he answers", SOON, () -> rows.newest().get("interpreter_answered_at") != null);
      await("three are on the line", SOON, () -> asterisk.telephones() == 3);
      assertThat(rows.newest())
          .containsEntry("state", "TALKING")
          .containsEntry("interpreter_language", "ar")
          .containsEntry("interpreter_service", "ism");
      sleep(Duration.ofSeconds(3));

      phone.besideTalks().addInterpreter().drop(call(), CLAIRE);
      await("he is gone", SOON, () -> rows.newest().get("interpreter_ended_at") != null);
      await("two are on the line", SOON, () -> asterisk.telephones() == 2);
      assertThat(talk.caller().running()).isTrue();
      assertThat(rows.newest()).containsEntry("state", "TALKING");
      assertThat(secondsWithInterpreter()).isBetween(3L, 12L);
      allHangUp();
    }
  }

  private static void sleep(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    await("a while", time.plusSeconds(1), () -> System.nanoTime() > until);
  }

  @Test
  void oneWhoDoesNotAnswerIsMissedAndMayBeRungAgain() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(60))) {
      try (Sipp _ = Sipp.phone(asterisk, "agent_silent.xml", INTERPRETER_PORT, Duration.ZERO)) {
        phone.besideTalks().addInterpreter().add(call(), "fa", CLAIRE);
        await("he was missed", SOON, () -> rows.newest().get("interpreter_missed_at") != null);
      }
      assertThat(rows.newest())
          .containsEntry("state", "TALKING")
          .containsEntry("interpreter_language", "fa");
      assertThat(rows.newest().get("interpreter_answered_at")).isNull();
      assertThat(talk.caller().running()).isTrue();
      try (Sipp _ = Sipp.agent(asterisk, INTERPRETER_PORT, Duration.ofSeconds(2))) {
        phone.besideTalks().addInterpreter().add(call(), "ar", CLAIRE);
        await("he leaves", SOON, () -> rows.newest().get("interpreter_ended_at") != null);
      }
      assertThat(rows.newest())
          .containsEntry("state", "TALKING")
          .containsEntry("interpreter_language", "ar");
      assertThat(secondsWithInterpreter()).isBetween(1L, 6L);
      allHangUp();
    }
  }

  @Test
  void whenTheAgentLeavesNobodyIsLeftAloneWithTheInterpreter() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(10));
        Sipp _ = Sipp.agent(asterisk, INTERPRETER_PORT, Duration.ofSeconds(80))) {
      phone.besideTalks().addInterpreter().add(call(), "ar", CLAIRE);
      await("three are on the line", SOON, () -> asterisk.telephones() == 3);
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
      assertThat(talk.caller().endsWithin(SOON)).as(talk.caller().said()).isTrue();
      await("nobody is on the line", SOON, () -> asterisk.telephones() == 0);
    }
    assertThat(rows.newest()).containsEntry("outcome", "ANSWERED");
    assertThat(rows.newest().get("interpreter_ended_at")).isNotNull();
    assertThat(secondsWithInterpreter()).isPositive();
  }

  @Test
  void nobodyIsAddedToATalkThatIsOver() {
    try (TestTalk _ = claireTalks(Duration.ofSeconds(1))) {
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
      assertThat(phone.besideTalks().addInterpreter().add(call(), "ar", CLAIRE))
          .isInstanceOf(InterpreterResult.NotYourCall.class);
    }
  }
}
