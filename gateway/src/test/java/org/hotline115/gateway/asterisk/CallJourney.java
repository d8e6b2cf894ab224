package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.intake.Intake;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.queue.PauseReason;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.queue.PresenceResult;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole calls on a real Asterisk: SIPp rings and answers, PostgreSQL is asked what happened. */
class CallJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");
  private static final Duration SOON = Duration.ofSeconds(15);

  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final int KARIM_PORT = TestAsterisk.freeUdpPort();

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static PhoneFeature phone;
  private static CallRows rows;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT), Station.at("karim", KARIM_PORT)))
            .start();
    database = TestServers.database();
    rows = new CallRows(database);
    phone = PhoneKit.up(asterisk, database, folder.resolve("state"));
  }

  @AfterAll
  static void stop() {
    phone.close();
    asterisk.close();
    database.close();
  }

  @AfterEach
  void everybodyGoesHome() {
    await("no call is left", SOON, () -> phone.calls().live().isEmpty());
    phone.signOff().signOff(CLAIRE);
    phone.signOff().signOff(KARIM);
  }

  private static void ready(AgentId agent) {
    assertThat(PhoneKit.ready(phone, agent)).isInstanceOf(PresenceResult.Changed.class);
  }

  private static Presence presence(AgentId agent) {
    return phone.presences().of(agent).presence();
  }

  @Test
  void aCallIsAnsweredWrappedUpAndClosed() {
    ready(CLAIRE);
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(3));
        Sipp caller = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)).pressing("0"))) {
      await("the agent talks", SOON, () -> presence(CLAIRE) instanceof Presence.Talking);
      assertThat(phone.liveQueues().view("public").agentsTalking()).isEqualTo(1);
      await("the agent wraps up", SOON, () -> presence(CLAIRE) instanceof Presence.WrapUp);
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
      assertThat(caller.endsWithin(SOON)).as(caller.said()).isTrue();
    }
    phone.becomeReady().afterWrapUp(CLAIRE);
    await("the wrap-up is written", SOON, () -> rows.newest().get("wrap_up_seconds") != null);

    assertThat(rows.newest())
        .containsEntry("outcome", "ANSWERED")
        .containsEntry("agent", "claire")
        .containsEntry("line", "public")
        .containsEntry("language", "fr")
        .containsEntry("caller_id_state", "PRESENTED")
        .containsEntry("cut", false);
    assertThat((Long) rows.newest().get("talk_seconds")).isBetween(2L, 4L);
    assertThat(presence(CLAIRE)).isEqualTo(new Presence.Ready());
  }

  @Test
  void whoHasWrappedUpIsRungAtOnceAndNotAfterAsterisksOwnWrapUpTime() {
    ready(CLAIRE);
    Caller caller = Caller.staying(Duration.ofSeconds(60)).pressing("0");
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(1));
        Sipp _ = Sipp.call(asterisk, caller)) {
      await("she wraps up", SOON, () -> presence(CLAIRE) instanceof Presence.WrapUp);
      await("the line is free", SOON, () -> phone.calls().live().isEmpty());
    }
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(1));
        Sipp _ = Sipp.call(asterisk, caller)) {
      await("the next one waits", SOON, () -> phone.liveQueues().view("public").waiting() == 1);
      phone.becomeReady().afterWrapUp(CLAIRE);

      await("she talks", Duration.ofSeconds(4), () -> presence(CLAIRE) instanceof Presence.Talking);
      await("they hung up", SOON, () -> phone.calls().live().isEmpty());
    }
  }

  @Test
  void whoHangsUpInTheMenuIsNeverCountedAsAbandoned() {
    int before = rows.count();
    try (Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(2)))) {
      await(
          "the call is over", SOON, () -> rows.count() > before && rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest()).containsEntry("outcome", "IVR_ONLY").containsEntry("queue", null);
  }

  @Test
  void whoHangsUpInTheQueueIsAnAbandonedCall() {
    int before = rows.count();
    try (Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(13)).pressing("0"))) {
      await("he waits", SOON, () -> rows.count() > before && rows.newestIs("state", "WAITING"));
      assertThat(phone.liveQueues().view("public").waiting()).isEqualTo(1);
      await("the call is over", Duration.ofSeconds(20), () -> rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest())
        .containsEntry("outcome", "ABANDONED")
        .containsEntry("position_at_entry", 1);
    assertThat(phone.liveQueues().view("public").waiting()).isZero();
  }

  @Test
  void aBusyAgentIsPassedOverAndTheOtherAnswers() {
    ready(CLAIRE);
    ready(KARIM);
    try (Sipp _ = Sipp.phone(asterisk, "agent_busy.xml", CLAIRE_PORT, Duration.ZERO);
        Sipp _ = Sipp.agent(asterisk, KARIM_PORT, Duration.ofSeconds(1));
        Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)).pressing("0"))) {
      await(
          "the other answers",
          Duration.ofSeconds(25),
          () -> presence(KARIM) instanceof Presence.Talking);
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest()).containsEntry("outcome", "ANSWERED").containsEntry("agent", "karim");
    assertThat(presence(CLAIRE)).isEqualTo(new Presence.Ready());
  }

  @Test
  void aPhoneThatNobodyPicksUpLeavesTheCallerToTheOther() {
    ready(CLAIRE);
    ready(KARIM);
    try (Sipp _ = Sipp.phone(asterisk, "agent_silent.xml", CLAIRE_PORT, Duration.ZERO);
        Sipp _ = Sipp.agent(asterisk, KARIM_PORT, Duration.ofSeconds(1));
        Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(90)).pressing("0"))) {
      await(
          "the other answers",
          Duration.ofSeconds(45),
          () -> presence(KARIM) instanceof Presence.Talking);
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest()).containsEntry("outcome", "ANSWERED").containsEntry("agent", "karim");
  }

  @Test
  void anAnonymousCallerIsTreatedAsAnyOther() {
    ready(CLAIRE);
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(1));
        Sipp _ =
            Sipp.call(
                asterisk,
                Caller.staying(Duration.ofSeconds(60))
                    .from("anonymous")
                    .named("Anonymous")
                    .pressing("0"))) {
      await("the agent talks", SOON, () -> presence(CLAIRE) instanceof Presence.Talking);
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest())
        .containsEntry("outcome", "ANSWERED")
        .containsEntry("caller_id_state", "WITHHELD")
        .containsEntry("caller_key", null);
  }

  @Test
  void aHostileNameIsOnlyAName() {
    Path touched = folder.resolve("touched");
    ready(CLAIRE);
    String name =
        "\"x%0D%0AAction: Originate\\\\\\\" ${SHELL(touch " + touched + ")} ,1,Hangup()\\\\\"";
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(1));
        Sipp _ =
            Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)).named(name).pressing("0"))) {
      await("the agent talks", SOON, () -> presence(CLAIRE) instanceof Presence.Talking);
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest())
        .containsEntry("outcome", "ANSWERED")
        .containsEntry("caller_id_state", "PRESENTED");
    assertThat(Files.exists(touched)).isFalse();
    assertThat(phone.up()).isTrue();
  }

  @Test
  void theDangerKeyHandsOverToTheRescue() {
    int before = rows.count();
    try (Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(6)).pressing("1"))) {
      await(
          "the call is over",
          Duration.ofSeconds(30),
          () -> rows.count() > before && rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest()).containsEntry("outcome", "IVR_EMERGENCY_HANDOFF");
  }

  @Test
  void byDoingNothingOneIsInTheQueueInTimeAndHasHeardTheEstimate() {
    Prompts prompts = Prompts.in(TestAsterisk.prompts());
    Duration menu = Duration.ofMillis(500);
    for (Prompt prompt :
        List.of(Prompt.P01_WELCOME, Prompt.P02_DANGER, Prompt.P03_LANG, Prompt.P04_DATA)) {
      menu = menu.plus(prompts.length(prompt, Language.FR));
    }

    assertThat(menu.plus(prompts.length(Prompt.P05_ESTIMATE, Language.FR, 45)))
        .isLessThanOrEqualTo(Intake.LENGTH_MAX);
  }

  @Test
  void aPausedAgentIsNotRungAndAReadyOneIs() {
    ready(CLAIRE);
    phone.pause().pause(CLAIRE, PauseReason.MEAL);
    assertThat(asterisk.cli("queue", "show", "public")).contains("paused:MEAL");
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(1));
        Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)).pressing("0"))) {
      await("he waits", SOON, () -> phone.liveQueues().view("public").waiting() == 1);
      assertThat(presence(CLAIRE)).isEqualTo(new Presence.Paused(PauseReason.MEAL));
      phone.becomeReady().ready(CLAIRE);
      await("the agent talks", SOON, () -> presence(CLAIRE) instanceof Presence.Talking);
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    }

    assertThat(rows.newest()).containsEntry("outcome", "ANSWERED");
  }
}
