package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.queue.AskColleague;
import org.hotline115.callflow.queue.ColleagueResult;
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

/** A colleague joins a talk on a real Asterisk: he helps, goes on with the caller, or is missed. */
class ColleagueJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Caller STAYING = Caller.staying(Duration.ofSeconds(90));
  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final int KARIM_PORT = TestAsterisk.freeUdpPort();

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static CallRows rows;
  private PhoneFeature phone;
  private AskColleague colleagues;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT), Station.at("karim", KARIM_PORT)),
                TestAsterisk.freeUdpPort(),
                Map.of("HOTLINE_COLLEAGUE_SECONDS", "4"))
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
    colleagues = phone.besideTalks().askColleague();
  }

  @AfterEach
  void everybodyGoesHome() {
    asterisk.cli("channel", "request", "hangup", "all");
    await("no call is left", SOON, () -> phone.calls().live().isEmpty());
    List.of(CLAIRE, KARIM).forEach(phone.signOff()::signOff);
    phone.close();
  }

  /** Claire talks with somebody, and Karim is ready; her phone hangs up after so long. */
  private TestTalk claireTalks(Duration talks) {
    PhoneKit.ready(phone, CLAIRE);
    TestTalk talk =
        TestTalk.between(
            asterisk, rows, CLAIRE_PORT, talks, STAYING.from("0465710081").pressing("0"));
    PhoneKit.ready(phone, KARIM);
    return talk;
  }

  private static CallId call() {
    return new CallId(rows.newest().get("call_id").toString());
  }

  private Presence presence(AgentId agent) {
    return phone.presences().of(agent).presence();
  }

  @Test
  void aColleagueHelpsAndGoesOnWithTheCallerWhenTheAgentLeaves() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(60));
        Sipp _ = Sipp.agent(asterisk, KARIM_PORT, Duration.ofSeconds(60))) {
      assertThat(colleagues.ready(CLAIRE)).containsExactly(KARIM);
      CallId call = call();
      assertThat(colleagues.ask(call, KARIM, CLAIRE)).isInstanceOf(ColleagueResult.Ordered.class);
      colleagues.ask(call, KARIM, CLAIRE); // pressed twice
      await("he answers", SOON, () -> rows.newest().get("colleague_answered_at") != null);
      await("three are on the line", SOON, () -> asterisk.telephones() == 3);
      assertThat(rows.newest()).containsEntry("state", "TALKING").containsEntry("agent", "claire");
      assertThat(presence(KARIM)).isEqualTo(new Presence.Talking(call));
      assertThat(presence(CLAIRE)).isEqualTo(new Presence.Talking(call));
      assertThat(colleagues.ready(CLAIRE)).isEmpty();

      assertThat(colleagues.passOn(call, CLAIRE)).isInstanceOf(ColleagueResult.Ordered.class);
      await("she writes", SOON, () -> presence(CLAIRE).equals(new Presence.WrapUp(call)));
      await("two are on the line", SOON, () -> asterisk.telephones() == 2);
      assertThat(presence(KARIM)).isEqualTo(new Presence.Talking(call));
      assertThat(rows.newest()).containsEntry("state", "TALKING").containsEntry("agent", "claire");
      assertThat(talk.caller().running()).isTrue();

      assertThat(phone.besideTalks().hangUp().hangUp(call, KARIM)).isTrue();
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
      await("he writes", SOON, () -> presence(KARIM).equals(new Presence.WrapUp(call)));
      assertThat(talk.caller().endsWithin(SOON)).as(talk.caller().said()).isTrue();
    }
    assertThat(rows.newest())
        .containsEntry("outcome", "ANSWERED")
        .containsEntry("agent", "claire")
        .containsEntry("colleague", "karim");
  }

  @Test
  void aColleagueWhoHasHelpedLeavesAndTheTalkGoesOn() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(60))) {
      try (Sipp _ = Sipp.agent(asterisk, KARIM_PORT, Duration.ofSeconds(2))) {
        colleagues.ask(call(), KARIM, CLAIRE);
        await("he leaves", SOON, () -> rows.newest().get("colleague_ended_at") != null);
      }
      await("two are on the line", SOON, () -> asterisk.telephones() == 2);
      assertThat(rows.newest()).containsEntry("state", "TALKING");
      assertThat(presence(CLAIRE)).isEqualTo(new Presence.Talking(call()));
      assertThat(presence(KARIM)).isEqualTo(new Presence.WrapUp(call()));
      assertThat(talk.caller().running()).isTrue();
    }
  }

  @Test
  void whoIsLetGoLeavesTheTalkToTheAgent() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(60));
        Sipp _ = Sipp.agent(asterisk, KARIM_PORT, Duration.ofSeconds(60))) {
      colleagues.ask(call(), KARIM, CLAIRE);
      await("he talks", SOON, () -> presence(KARIM).equals(new Presence.Talking(call())));
      colleagues.drop(call(), CLAIRE);
      await("two are on the line", SOON, () -> asterisk.telephones() == 2);
      await("it is on record", SOON, () -> rows.newest().get("colleague_ended_at") != null);
      assertThat(talk.caller().running()).isTrue();
      assertThat(presence(CLAIRE)).isEqualTo(new Presence.Talking(call()));
    }
  }

  @Test
  void whoLeavesWhileTheColleagueRingsInVainLeavesTheCallerInTheQueue() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(60));
        Sipp _ = Sipp.phone(asterisk, "agent_silent.xml", KARIM_PORT, Duration.ZERO)) {
      CallId call = call();
      colleagues.ask(call, KARIM, CLAIRE);
      await("he rings", SOON, () -> presence(KARIM).equals(new Presence.Ringing(call)));
      colleagues.passOn(call, CLAIRE);
      await("she writes", SOON, () -> presence(CLAIRE).equals(new Presence.WrapUp(call)));
      await("he was missed", SOON, () -> rows.newest().get("colleague_missed_at") != null);
      phone.signOff().signOff(KARIM);
      await("the caller waits again", SOON, () -> rows.newestIs("state", "WAITING"));
      assertThat(talk.caller().running()).isTrue();
    }
  }

  @Test
  void whoIsNotNeededAnyMoreStopsRinging() {
    try (TestTalk _ = claireTalks(Duration.ofSeconds(60));
        Sipp _ = Sipp.phone(asterisk, "agent_silent.xml", KARIM_PORT, Duration.ZERO)) {
      colleagues.ask(call(), KARIM, CLAIRE);
      await("he rings", SOON, () -> presence(KARIM).equals(new Presence.Ringing(call())));
      colleagues.drop(call(), CLAIRE);
      await("he is ready again", SOON, () -> presence(KARIM).equals(new Presence.Ready()));
      assertThat(presence(CLAIRE)).isEqualTo(new Presence.Talking(call()));
    }
  }

  @Test
  void whenTheCallerHangsUpNobodyStaysOnTheLine() {
    try (TestTalk talk = claireTalks(Duration.ofSeconds(60));
        Sipp _ = Sipp.agent(asterisk, KARIM_PORT, Duration.ofSeconds(60))) {
      CallId call = call();
      colleagues.ask(call, KARIM, CLAIRE);
      await("he talks", SOON, () -> presence(KARIM).equals(new Presence.Talking(call)));
      assertThat(phone.phones().hangUp(call)).isTrue();
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
      await("nobody is on the line", SOON, () -> asterisk.telephones() == 0);
      await("she writes", SOON, () -> presence(CLAIRE).equals(new Presence.WrapUp(call)));
      await("he writes", SOON, () -> presence(KARIM).equals(new Presence.WrapUp(call)));
      assertThat(talk.caller().endsWithin(SOON)).isTrue();
    }
  }

  @Test
  void nobodyIsAskedWhoIsNotReadyNorByWhoDoesNotTalk() {
    try (TestTalk _ = claireTalks(Duration.ofSeconds(60))) {
      phone.signOff().signOff(KARIM);
      assertThat(colleagues.ask(call(), KARIM, CLAIRE))
          .isInstanceOf(ColleagueResult.NotReady.class);
      assertThat(colleagues.ask(call(), CLAIRE, CLAIRE))
          .isInstanceOf(ColleagueResult.NotReady.class);
      assertThat(colleagues.passOn(call(), CLAIRE)).isInstanceOf(ColleagueResult.NobodyThere.class);
      assertThat(colleagues.ask(call(), CLAIRE, KARIM))
          .isInstanceOf(ColleagueResult.NotYourCall.class);
    }
  }
}
