package org.hotline115.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.InMemoryCallStore;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.line.LineAct;
import org.hotline115.callflow.line.LineActId;
import org.junit.jupiter.api.Test;

/** What a card says of the tries of today and of the turn, on a clock that stands still. */
class WhyNowTest {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");

  /** Ten past midnight in Paris. */
  private static final Instant NIGHT = Instant.parse("2026-11-26T23:10:00Z");

  private final InMemoryCallStore store = new InMemoryCallStore();
  private Optional<LineAct> act = Optional.empty();
  private Instant now = NIGHT.plusSeconds(12 * 3_600);
  private final WhyNow whyNow =
      new WhyNow(
          new WhyNow.Sources(
              call -> call.state(CallRules.DEFAULTS),
              store,
              _ -> Optional.empty(),
              _ -> act,
              AgentId::value,
              (agent, language) -> agent.equals(CLAIRE) && language.equals("ar"),
              _ -> false),
          () -> now,
          ZoneId.of("Europe/Paris"));

  @Test
  void sevenTriesAreOneLine() {
    for (int i = 1; i <= 6; i++) {
      CallId dropped = waits("call-" + i, 10_000 - i * 1_000);
      tell(new CallFact.LeftQueue(dropped, ago(9_400 - i * 1_000), QueueExit.ABANDONED));
      tell(new CallFact.Ended(dropped, ago(9_400 - i * 1_000), 16));
    }

    CallId seventh = waits("call-7", 720);

    assertThat(whyNow.today(read(seventh))).isEqualTo(new WhyNow.TodayView(7, 6 * 600 + 720, null));
  }

  @Test
  void aCallThatRangBeforeMidnightCountsInItsOwnCardAndYesterdaysDoNot() {
    now = NIGHT;
    CallId yesterday = waits("call-1", 7_200);
    tell(new CallFact.Ended(yesterday, ago(7_000), 16));

    CallId ringing = waits("call-2", 1_200);

    assertThat(whyNow.today(read(ringing))).isEqualTo(new WhyNow.TodayView(1, 1_200, null));
  }

  @Test
  void whoAnsweredAMomentAgoIsNamedAndWhetherTheyStillSpeak() {
    CallId first = waits("call-1", 300);
    connects(first, KARIM, 200);
    CallId second = waits("call-2", 20);
    tell(new CallFact.AgentRinging(second, ago(2), CLAIRE));

    assertThat(whyNow.today(read(second)).answered())
        .isEqualTo(new WhyNow.Answered(ago(200), "karim", false, true));

    tell(new CallFact.TalkEnded(first, ago(10)));
    tell(new CallFact.Ended(first, ago(10), 16));
    tell(new CallFact.AgentRinging(second, ago(1), KARIM));
    assertThat(whyNow.today(read(second)).answered())
        .isEqualTo(new WhyNow.Answered(ago(200), "karim", true, false));
  }

  @Test
  void anAnswerOfLongAgoIsNotOfAMomentAgo() {
    CallId first = waits("call-1", 3_600);
    connects(first, KARIM, 901);
    tell(new CallFact.TalkEnded(first, ago(700)));
    tell(new CallFact.Ended(first, ago(700), 16));

    assertThat(whyNow.today(read(waits("call-2", 20))).answered()).isNull();
  }

  @Test
  void onlyWhoPassedSomebodyOlderHasADecisionForAReason() {
    act =
        Optional.of(
            new LineAct(
                new LineActId(UUID.randomUUID()),
                "public",
                LineAct.Kind.CALL_PUT_FIRST,
                null,
                null,
                "call-2",
                "enfant dehors",
                new AgentId("sophie"),
                ago(30)));
    CallId older = waits("call-1", 600);
    CallId chosen = waits("call-2", 60);
    assertThat(whyNow.turn(read(chosen)))
        .isEqualTo(new WhyNow.TurnView("ARRIVAL", ago(60), null, null, null, null));

    connects(chosen, CLAIRE, 5);
    connects(older, KARIM, 2);

    assertThat(whyNow.turn(read(chosen)))
        .isEqualTo(
            new WhyNow.TurnView(
                "ARRIVAL", ago(60), 1, 0, 0, new WhyNow.PutFirst("sophie", "enfant dehors")));
    assertThat(whyNow.turn(read(older)).putFirst()).isNull();
  }

  @Test
  void theLanguageOfTheMenuOrOfAnEarlierContactIsToldWithWhetherTheAgentSpeaksIt() {
    CallId known = waits("call-1", 60);
    tell(new CallFact.LanguageChosen(known, ago(55), "fr"));
    tell(new CallFact.LanguageHeld(known, ago(40)));
    connects(known, CLAIRE, 5);
    assertThat(whyNow.language(read(known), "ar"))
        .isEqualTo(new WhyNow.LanguageView("ar", true, ago(40)));

    CallId chose = waits("call-2", 60);
    tell(new CallFact.LanguageChosen(chose, ago(55), "ru"));
    connects(chose, KARIM, 5);
    assertThat(whyNow.language(read(chose), "ar"))
        .isEqualTo(new WhyNow.LanguageView("ru", false, null));
  }

  @Test
  void anOlderOneWhoWaitsForHisLanguageExplainsTheTurn() {
    CallId older = waits("call-1", 60);
    tell(new CallFact.LanguageHeld(older, ago(50)));
    CallId younger = waits("call-2", 20);
    connects(younger, KARIM, 10);
    connects(older, CLAIRE, 5);

    assertThat(whyNow.turn(read(younger)))
        .isEqualTo(new WhyNow.TurnView("ARRIVAL", ago(20), 1, 0, 1, null));
  }

  @Test
  void whileTheRecordsAreAwayNothingIsClaimed() {
    CallId call = waits("call-1", 60);
    Call known = read(call);
    store.away(true);

    assertThat(whyNow.today(known)).isNull();
    assertThat(whyNow.turn(known))
        .isEqualTo(new WhyNow.TurnView("ARRIVAL", ago(60), null, null, null, null));
  }

  private CallId waits(String id, long secondsAgo) {
    CallId call = new CallId(id);
    CallerKey key = new CallerKey("ab".repeat(32));
    tell(
        new CallFact.Arrived(
            call,
            ago(secondsAgo),
            "public",
            new CallerIdentity(CallerIdState.PRESENTED, key, null)));
    tell(new CallFact.EnteredQueue(call, ago(secondsAgo), "public", 1));
    return call;
  }

  private void connects(CallId call, AgentId agent, long secondsAgo) {
    tell(new CallFact.AgentConnected(call, ago(secondsAgo), agent, 0));
  }

  private void tell(CallFact fact) {
    store.change(fact, call -> call.with(fact));
  }

  private Call read(CallId id) {
    return store.find(id).orElseThrow();
  }

  private Instant ago(long seconds) {
    return now.minusSeconds(seconds);
  }
}
