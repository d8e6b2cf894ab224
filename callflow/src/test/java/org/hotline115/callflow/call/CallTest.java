package org.hotline115.callflow.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.call.CallFacts.at;
import static org.hotline115.callflow.call.CallFacts.call;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hotline115.callflow.access.AgentId;
import org.junit.jupiter.api.Test;

class CallTest {

  private final CallFacts facts = CallFacts.ofCall("hotline1-1795352221.0");

  private static CallState.Ended end(Call call) {
    return (CallState.Ended) call.state(CallRules.DEFAULTS);
  }

  @Test
  void anAnsweredCallIsMeasuredFromTheQueueOn() {
    Call call =
        call(
            facts.arrived(),
            facts.queued(25),
            facts.ringing(30),
            facts.connected(34),
            facts.talkEnded(100),
            facts.ended(104),
            facts.wrappedUp(155));

    assertThat(end(call).outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.times().waitSeconds()).isEqualTo(9);
    assertThat(call.ringSeconds()).isEqualTo(4);
    assertThat(call.talkSeconds()).isEqualTo(66);
    assertThat(call.wrapUpSeconds()).isEqualTo(55);
    assertThat(call.positionAtEntry()).isEqualTo(3);
    assertThat(call.agent()).isEqualTo(CallFacts.CLAIRE);
  }

  @Test
  void whoHangsUpInTheMenuEndsThere() {
    assertThat(end(call(facts.arrived(), facts.ended(8))).outcome())
        .isEqualTo(CallOutcome.IVR_ONLY);
  }

  @Test
  void whoHangsUpInTheQueueAbandonsOrNeverWaited() {
    assertThat(end(call(facts.arrived(), facts.queued(25), facts.ended(34.9))).outcome())
        .isEqualTo(CallOutcome.ABANDONED_SHORT);
    assertThat(end(call(facts.arrived(), facts.queued(25), facts.ended(35.1))).outcome())
        .isEqualTo(CallOutcome.ABANDONED);
  }

  @Test
  void theHandOffToTheRescueIsItsOwnOutcome() {
    assertThat(end(call(facts.arrived(), facts.handedOff(4), facts.ended(9))).outcome())
        .isEqualTo(CallOutcome.IVR_EMERGENCY_HANDOFF);
  }

  @Test
  void whomTheRescueDidNotTakeAndAnAgentDidIsAnswered() {
    Call call =
        call(
            facts.arrived(),
            facts.handedOff(4),
            facts.queued(9),
            facts.connected(12),
            facts.ended(60));

    assertThat(end(call).outcome()).isEqualTo(CallOutcome.ANSWERED);
  }

  @Test
  void whoWaitedAndReachedTheRescueHasNotAbandoned() {
    Call call =
        call(
            facts.arrived(),
            facts.queued(25),
            facts.handedOff(95),
            facts.rescueAnswered(103),
            facts.ended(223));

    assertThat(end(call).outcome()).isEqualTo(CallOutcome.IVR_EMERGENCY_HANDOFF);
    assertThat(call.rescue().service()).isEqualTo(CallFacts.RESCUE);
    assertThat(call.waitSeconds()).isEqualTo(70);
    assertThat(call.rescueSeconds()).isEqualTo(120);
  }

  @Test
  void whomTheRescueDidNotAnswerWaitsBeforeEverybodyAndMayStillAbandon() {
    Call call =
        call(facts.arrived(), facts.queued(25), facts.handedOff(95), facts.rescueMissed(155));

    assertThat(call.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Waiting("public"));
    assertThat(call.rank()).isEqualTo(new Rank(at(0), Rank.Reason.RESCUE_UNANSWERED, null));
    Call gone = call.with(facts.ended(200));
    assertThat(end(gone).outcome()).isEqualTo(CallOutcome.ABANDONED);
    assertThat(gone.waitSeconds()).isEqualTo(175);
    assertThat(gone.rescueSeconds()).isNull();
  }

  @Test
  void whileTheRescueRingsHeIsWithItAndNoLongerWaits() {
    Call rings = call(facts.arrived(), facts.queued(25), facts.handedOff(95));

    assertThat(rings.state(CallRules.DEFAULTS)).isEqualTo(new CallState.HandedOff());
    assertThat(end(rings.with(facts.ended(99))).outcome())
        .isEqualTo(CallOutcome.IVR_EMERGENCY_HANDOFF);
  }

  @Test
  void theRescueThatAnswersTheSecondTimeHasAnswered() {
    Call call =
        call(
            facts.arrived(),
            facts.handedOff(4),
            facts.rescueMissed(64),
            facts.queued(64),
            facts.rescueAnswered(90),
            facts.ended(120));

    assertThat(end(call).outcome()).isEqualTo(CallOutcome.IVR_EMERGENCY_HANDOFF);
    assertThat(call.rank().reason()).isEqualTo(Rank.Reason.ARRIVAL);
  }

  @Test
  void whoPressesTheKeyAgainAfterAMissIsWithTheRescueAgain() {
    Call again =
        call(
            facts.arrived(),
            facts.queued(25),
            facts.handedOff(95),
            facts.rescueMissed(155),
            facts.handedOff(200));

    assertThat(again.state(CallRules.DEFAULTS)).isEqualTo(new CallState.HandedOff());
    assertThat(again.rescue().rings()).isTrue();
    Call missedTwice = again.with(facts.rescueMissed(260));
    assertThat(missedTwice.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Waiting("public"));
    assertThat(missedTwice.rank().reason()).isEqualTo(Rank.Reason.RESCUE_UNANSWERED);
  }

  @Test
  void anAgentWhoRingsTheRescueTalksOnAndAMissMovesNobody() {
    Call talking =
        call(
            facts.arrived(),
            facts.queued(25),
            facts.connected(30),
            facts.handedOff(60),
            facts.rescueMissed(90));

    assertThat(talking.state(CallRules.DEFAULTS)).isInstanceOf(CallState.Talking.class);
    assertThat(talking.rank().reason()).isEqualTo(Rank.Reason.ARRIVAL);
    Call joined = talking.with(facts.handedOff(100)).with(facts.rescueAnswered(110));
    assertThat(end(joined.with(facts.ended(200))).outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(joined.rescue().unanswered()).isFalse();
  }

  /** Claire rings the rescue and leaves before it is missed; David talks with him afterwards. */
  private List<CallFact> twoTalks() {
    return List.of(
        facts.arrived(),
        facts.queued(25),
        facts.ringing(28),
        facts.connected(30),
        facts.handedOff(40),
        facts.talkEnded(50),
        facts.rescueMissed(90),
        facts.queued(90),
        facts.ringing(95),
        facts.connectedTo(CallFacts.DAVID, 100),
        facts.talkEnded(160),
        facts.ended(164),
        facts.wrappedUp(70));
  }

  @Test
  void whoComesBackToTheQueueAfterATalkWaitsBeforeAllAndTalksWithASecondAgent() {
    Call call = call(facts.arrived());
    List<CallState> states = new ArrayList<>();
    for (CallFact fact : twoTalks()) {
      call = call.with(fact);
      states.add(call.state(CallRules.DEFAULTS));
      if (fact.equals(facts.queued(90))) {
        assertThat(call.rank().reason()).isEqualTo(Rank.Reason.RESCUE_UNANSWERED);
      }
    }

    assertThat(states.subList(5, 11))
        .containsExactly(
            new CallState.Leaving(CallFacts.CLAIRE),
            new CallState.Leaving(CallFacts.CLAIRE),
            new CallState.Waiting("public"),
            new CallState.Ringing(CallFacts.CLAIRE),
            new CallState.Talking(CallFacts.DAVID),
            new CallState.Leaving(CallFacts.DAVID));
    for (int i = 1; i < states.size(); i++) {
      assertThat(
              states.get(i - 1).mayBecome(states.get(i)) || states.get(i).equals(states.get(i - 1)))
          .as("%s to %s", states.get(i - 1), states.get(i))
          .isTrue();
    }
    assertThat(end(call).outcome()).isEqualTo(CallOutcome.ANSWERED);
    assertThat(call.agent()).isEqualTo(CallFacts.DAVID);
    assertThat(call.times().answeredAt()).isEqualTo(at(30));
    assertThat(call.times().waitSeconds()).isEqualTo(5);
    assertThat(call.ringSeconds()).isEqualTo(4);
    assertThat(call.talkSeconds()).isEqualTo(20 + 60);
    assertThat(call.wrapUpSeconds()).isEqualTo(20);
  }

  @Test
  void theServiceThatWasRungLastIsTheOneThatCountsInWhateverOrderItIsTold() {
    CallFact samu =
        new CallFact.EmergencyHandoff(
            new CallId("hotline1-1795352221.0"), at(10), new RescueService("15"));
    CallFact police =
        new CallFact.EmergencyHandoff(
            new CallId("hotline1-1795352221.0"), at(90), new RescueService("17"));

    assertThat(call(facts.arrived(), samu, facts.rescueMissed(70), police).rescue())
        .isEqualTo(call(police, facts.rescueMissed(70), facts.arrived(), samu).rescue())
        .extracting(Rescue::service)
        .isEqualTo(new RescueService("17"));
  }

  @Test
  void theDeathOfTheExchangeCutsACallAndBlocksTheOneNobodyAnswered() {
    Call talking = call(facts.arrived(), facts.queued(25), facts.connected(30), facts.cut(60));
    Call waiting = call(facts.arrived(), facts.queued(25), facts.cut(60));

    assertThat(end(talking)).isEqualTo(new CallState.Ended(CallOutcome.ANSWERED, at(60), true));
    assertThat(end(waiting)).isEqualTo(new CallState.Ended(CallOutcome.BLOCKED_TECH, at(60), true));
  }

  @Test
  void anOrderlyEndBeforeTheExchangeDiedIsNoCut() {
    assertThat(end(call(facts.arrived(), facts.ended(8), facts.cut(60))))
        .isEqualTo(new CallState.Ended(CallOutcome.IVR_ONLY, at(8), false));
  }

  @Test
  void aFullQueueAndThenThePublicOneCountsAsTheLastExit() {
    Call call =
        call(
            facts.arrived(),
            facts.left(25, QueueExit.FULL),
            facts.queued(25),
            facts.left(60, QueueExit.ABANDONED),
            facts.ended(60));

    assertThat(end(call).outcome()).isEqualTo(CallOutcome.ABANDONED);
    assertThat(
            end(call(facts.arrived(), facts.left(25, QueueExit.FULL), facts.ended(26))).outcome())
        .isEqualTo(CallOutcome.BLOCKED_FULL);
  }

  @Test
  void aMissedRingPutsTheCallerBackToWaiting() {
    Call ringing = call(facts.arrived(), facts.queued(25), facts.ringing(26));
    Call missed = ringing.with(facts.missed(46));
    Call again = missed.with(facts.ringing(48));

    assertThat(ringing.state(CallRules.DEFAULTS))
        .isEqualTo(new CallState.Ringing(CallFacts.CLAIRE));
    assertThat(missed.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Waiting("public"));
    assertThat(again.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Ringing(CallFacts.CLAIRE));
  }

  @Test
  void aHoldToldTwiceCountsOnce() {
    CallFact started = new CallFact.HoldStarted(facts.id(), at(40));
    CallFact ended = new CallFact.HoldEnded(facts.id(), at(52));

    Call call =
        call(
            facts.arrived(),
            facts.queued(25),
            facts.connected(30),
            started,
            started,
            ended,
            ended,
            started);

    assertThat(call.hold().seconds()).isEqualTo(12);
    assertThat(call.hold().since()).isNull();
  }

  @Test
  void theQueueLogsWholeSecondsDoNotCoarsenWhatIsKnown() {
    Call live = call(facts.arrived(), facts.queued(25.4), facts.connected(30.7));
    CallFact fromTheLog =
        new CallFact.AgentConnected(
            facts.id(), at(30.7).truncatedTo(ChronoUnit.SECONDS), CallFacts.CLAIRE, 4);

    assertThat(live.with(fromTheLog)).isEqualTo(live);
    assertThat(call(facts.arrived(), facts.queued(25.4), fromTheLog).with(facts.connected(30.7)))
        .isEqualTo(live);
  }

  @Test
  void everyOrderAndEveryRepetitionOfTheFactsGivesTheSameCall() {
    List<List<CallFact>> stories =
        List.of(
            List.of(
                facts.arrived(),
                facts.queued(25),
                facts.ringing(30),
                facts.connected(34),
                facts.talkEnded(100),
                facts.ended(104),
                facts.wrappedUp(155)),
            List.of(
                facts.arrived(),
                facts.queued(25),
                facts.left(70, QueueExit.ABANDONED),
                facts.ended(70.2)),
            List.of(
                facts.arrived(),
                facts.queued(25),
                facts.left(85, QueueExit.TIMED_OUT),
                facts.left(97.8, QueueExit.TIMED_OUT),
                facts.ended(102)),
            List.of(
                facts.arrived(),
                facts.queued(25),
                facts.left(85, QueueExit.TIMED_OUT),
                facts.left(120.5, QueueExit.ABANDONED),
                facts.ended(120.6)),
            List.of(facts.arrived(), facts.queued(25), facts.connected(30), facts.cut(60)),
            List.of(facts.arrived(), facts.handedOff(4), facts.ended(9)),
            List.of(
                facts.arrived(),
                facts.queued(25),
                facts.handedOff(95),
                facts.rescueAnswered(103),
                facts.ended(223)),
            List.of(
                facts.arrived(),
                facts.handedOff(4),
                facts.rescueMissed(64),
                facts.queued(64),
                facts.ringing(66),
                facts.connected(70),
                facts.ended(100)),
            twoTalks(),
            List.of(facts.arrivedWithheld(), facts.ended(3)));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (List<CallFact> story : stories) {
      Call inOrder = call(story.toArray(CallFact[]::new));
      for (int round = 0; round < 500; round++) {
        List<CallFact> shuffled = new ArrayList<>(story);
        shuffled.add(story.get(random.nextInt(story.size())));
        Collections.shuffle(shuffled, random);
        assertThat(call(shuffled.toArray(CallFact[]::new)))
            .as("seed %d, %s", seed, shuffled)
            .isEqualTo(inOrder);
      }
    }
  }

  @Test
  void anInterpreterRingsSpeaksAndLeavesAndHisTimeIsSummed() {
    CallFacts facts = CallFacts.ofCall("hotline1-8.9");
    Instant at = CallFacts.RANG_AT;
    Call talks = CallFacts.call(facts.arrived(), facts.queued(5), facts.connected(10));
    assertThat(talks.interpreter().third().rings()).isFalse();

    Call rings =
        talks.with(new CallFact.InterpreterRung(facts.id(), at.plusSeconds(20), "ar", "ism"));
    assertThat(rings.interpreter().third().rings()).isTrue();
    Call missed = rings.with(new CallFact.InterpreterMissed(facts.id(), at.plusSeconds(30)));
    assertThat(missed.interpreter().third().rings()).isFalse();

    Call again =
        missed
            .with(new CallFact.InterpreterRung(facts.id(), at.plusSeconds(40), "fa", "ism"))
            .with(new CallFact.InterpreterAnswered(facts.id(), at.plusSeconds(45)));
    assertThat(again.interpreter().third().talks()).isTrue();
    assertThat(again.interpreter().third().rings()).isFalse();

    Call over = again.with(new CallFact.InterpreterEnded(facts.id(), at.plusSeconds(105)));
    assertThat(over.interpreter().third().time().seconds()).isEqualTo(60);
    assertThat(over.interpreter().language()).isEqualTo("fa");
    assertThat(over.with(new CallFact.InterpreterAnswered(facts.id(), at.plusSeconds(45))))
        .as("told twice")
        .isEqualTo(over);
    assertThat(over.with(new CallFact.InterpreterRung(facts.id(), at.plusSeconds(20), "ar", "ism")))
        .as("told late")
        .isEqualTo(over);
  }

  @Test
  void aColleagueWhomTheAgentAskedInGoesOnWithTheCaller() {
    CallFacts facts = CallFacts.ofCall("hotline1-8.9");
    AgentId karim = new AgentId("karim");
    Instant at = CallFacts.RANG_AT;
    Call rings =
        CallFacts.call(facts.arrived(), facts.queued(5), facts.connected(10))
            .with(new CallFact.ColleagueRung(facts.id(), at.plusSeconds(20), karim));
    assertThat(rings.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Talking(CallFacts.CLAIRE));
    assertThat(rings.colleague().present()).isEqualTo(karim);

    Call three = rings.with(new CallFact.ColleagueAnswered(facts.id(), at.plusSeconds(25)));
    assertThat(three.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Talking(CallFacts.CLAIRE));

    Call passedOn = three.with(facts.talkEnded(40));
    assertThat(passedOn.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Talking(karim));
    assertThat(passedOn.agent()).as("who answered").isEqualTo(CallFacts.CLAIRE);

    Call over =
        passedOn
            .with(new CallFact.ColleagueEnded(facts.id(), at.plusSeconds(100)))
            .with(facts.wrappedUp(45));
    assertThat(over.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Leaving(karim));
    Call ended = over.with(facts.ended(100));
    assertThat(ended.talkSeconds()).as("with both").isEqualTo(90);
    assertThat(ended.wrapUpSeconds()).as("of who answered").isEqualTo(5);
    assertThat(ended.with(new CallFact.WrappedUp(facts.id(), at.plusSeconds(42), karim)))
        .as("a colleague writes on his own time")
        .isEqualTo(ended);
  }

  @Test
  void whoLeavesBeforeTheColleagueAnswersLeavesTheCallerWithHimOrInTheQueue() {
    CallFacts facts = CallFacts.ofCall("hotline1-8.9");
    AgentId karim = new AgentId("karim");
    Instant at = CallFacts.RANG_AT;
    Call left =
        CallFacts.call(facts.arrived(), facts.queued(5), facts.connected(10))
            .with(new CallFact.ColleagueRung(facts.id(), at.plusSeconds(20), karim))
            .with(facts.talkEnded(22));
    assertThat(left.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Ringing(karim));

    Call answered = left.with(new CallFact.ColleagueAnswered(facts.id(), at.plusSeconds(30)));
    assertThat(answered.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Talking(karim));

    Call missed = left.with(new CallFact.ColleagueMissed(facts.id(), at.plusSeconds(50)));
    assertThat(missed.state(CallRules.DEFAULTS)).isEqualTo(new CallState.Leaving(CallFacts.CLAIRE));
    assertThat(missed.with(facts.queued(52)).state(CallRules.DEFAULTS))
        .isInstanceOf(CallState.Waiting.class);
  }
}
