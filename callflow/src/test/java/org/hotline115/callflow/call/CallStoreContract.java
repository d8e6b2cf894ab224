package org.hotline115.callflow.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.call.CallFacts.at;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.junit.jupiter.api.Test;

/** What every store of calls does. */
abstract class CallStoreContract {

  abstract CallStore store();

  void record(CallFact... facts) {
    for (CallFact fact : facts) {
      store().change(fact, call -> call.with(fact));
    }
  }

  @Test
  void aCallIsKeptWithAllThatIsKnown() {
    CallFacts facts = CallFacts.ofCall("hotline1-2.1");
    CallFact[] story = {
      facts.arrived(),
      new CallFact.LanguageChosen(facts.id(), at(9), "en"),
      facts.queued(25),
      facts.ringing(28),
      facts.missed(29),
      facts.ringing(30),
      facts.connected(34.123456),
      new CallFact.HoldStarted(facts.id(), at(40)),
      new CallFact.HoldEnded(facts.id(), at(45)),
      facts.talkEnded(100),
      facts.ended(104),
      facts.wrappedUp(130)
    };

    record(story);

    assertThat(store().find(facts.id())).contains(CallFacts.call(story));
  }

  @Test
  void allTalksOfACallAreKept() {
    CallFacts facts = CallFacts.ofCall("hotline1-2.2");
    CallFact[] story = {
      facts.arrived(),
      facts.queued(25),
      facts.connected(30),
      facts.talkEnded(50),
      facts.queued(90),
      facts.connectedTo(CallFacts.DAVID, 100.25),
      facts.talkEnded(160)
    };

    record(story);
    assertThat(store().find(facts.id())).contains(CallFacts.call(story));
    record(facts.ended(161));

    Call call = store().find(facts.id()).orElseThrow();
    assertThat(call.talks().begun())
        .extracting(Talks.Talk::agent)
        .containsExactly(CallFacts.CLAIRE, CallFacts.DAVID);
    assertThat(call.talkSeconds()).isEqualTo(20 + 59);
  }

  @Test
  void aPlaceThatWasLostIsFoundOnceAndOnlyWhileItIsFresh() {
    CallFacts first = CallFacts.ofCall("hotline1-5.1");
    CallFacts second = CallFacts.ofCall("hotline1-5.2");
    CallFacts third = CallFacts.ofCall("hotline1-5.3");
    record(first.arrived(), first.queued(20), first.left(300, QueueExit.ABANDONED));
    record(first.ended(300));

    assertThat(store().droppedCall(CallFacts.KEY, "public", second.id(), at(290)))
        .map(Call::id)
        .contains(first.id());
    assertThat(store().droppedCall(CallFacts.KEY, "public", second.id(), at(301))).isEmpty();
    assertThat(store().droppedCall(CallFacts.KEY, "other", second.id(), at(290))).isEmpty();

    record(second.arrived(), second.ranked(0, Rank.Reason.REDIAL, first.id()));
    assertThat(store().droppedCall(CallFacts.KEY, "public", third.id(), at(290))).isEmpty();
    assertThat(store().find(second.id()).orElseThrow().rank())
        .isEqualTo(new Rank(at(0), Rank.Reason.REDIAL, first.id()));
  }

  @Test
  void theRescueAndWhyAPlaceWasKeptAreBothRemembered() {
    for (Rank.Reason kept : List.of(Rank.Reason.REDIAL, Rank.Reason.CALLBACK)) {
      CallFacts facts = CallFacts.ofCall("hotline1-8." + kept.ordinal());
      CallId of = kept == Rank.Reason.REDIAL ? new CallId("hotline1-8.9") : null;
      CallFact[] story = {
        facts.arrived(),
        facts.ranked(-60, kept, of),
        facts.queued(25),
        facts.handedOff(30),
        facts.rescueMissed(90),
        facts.ended(120)
      };

      record(story);

      assertThat(store().find(facts.id())).contains(CallFacts.call(story));
    }
    CallFacts reached = CallFacts.ofCall("hotline1-8.5");
    CallFact[] story = {
      reached.arrived(), reached.handedOff(4), reached.rescueMissed(64), reached.rescueAnswered(80)
    };
    record(story);
    assertThat(store().find(reached.id())).contains(CallFacts.call(story));
  }

  @Test
  void whoWaitedWhenACallWasAnsweredExplainsItsTurn() {
    CallFacts older = CallFacts.ofCall("hotline1-6.1");
    CallFacts kept = CallFacts.ofCall("hotline1-6.2");
    CallFacts younger = CallFacts.ofCall("hotline1-6.3");
    record(older.arrived(), older.queued(20));
    record(kept.arrived(), kept.ranked(-600, Rank.Reason.REDIAL, null), kept.queued(30));
    record(younger.arrived(), younger.ranked(5, Rank.Reason.REDIAL, null), younger.queued(31));
    record(kept.ringing(40), kept.connected(45));
    record(younger.ringing(50), younger.connected(55));

    assertThat(store().turnOf(kept.id())).contains(new CallStore.Turn(0, 2, 0));
    assertThat(store().turnOf(younger.id())).contains(new CallStore.Turn(1, 0, 0));
    assertThat(store().turnOf(older.id())).isEmpty();
  }

  @Test
  void aCallOfOursIsKeptWithBothItsHalvesAndIsNoCallOfTheCaller() {
    CallFacts facts = CallFacts.ofCall("cb-7-1");
    CallFact[] story = {
      new CallFact.Arrived(
          facts.id(),
          at(0),
          "public",
          new CallerIdentity(CallerIdState.PRESENTED, CallFacts.KEY, null)),
      facts.queued(1),
      facts.ringing(2),
      facts.connected(3),
      new CallFact.PersonDialled(facts.id(), at(3)),
      new CallFact.PersonMissed(facts.id(), at(33), DialBack.Unreached.NO_ANSWER),
      facts.talkEnded(36),
      facts.ended(36)
    };

    record(story);

    assertThat(store().find(facts.id())).contains(CallFacts.call(story));
    assertThat(store().triedSince(CallFacts.KEY, at(0), at(40)).calls()).isZero();
    assertThat(store().lastAnswered(CallFacts.KEY, new CallId("x"), at(0))).isEmpty();
    assertThat(store().earlierCalls(CallFacts.KEY, new CallId("x"), 5)).isEmpty();
  }

  @Test
  void theSameFactTwiceChangesNothing() {
    CallFacts facts = CallFacts.ofCall("hotline1-2.2");
    record(facts.arrived());

    CallStore.Changed again = store().change(facts.arrived(), call -> call.with(facts.arrived()));

    assertThat(again.after()).isEqualTo(again.before());
  }

  @Test
  void factsOfOneCallFromManySidesAreAllKept() throws Exception {
    CallFacts facts = CallFacts.ofCall("hotline1-2.3");
    List<CallFact> story =
        List.of(
            facts.arrived(),
            facts.queued(25),
            facts.ringing(30),
            facts.connected(34),
            facts.talkEnded(100),
            facts.ended(104));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Void>> writers =
          story.stream()
              .<Callable<Void>>map(fact ->
                  () -> {
                    record(fact);
                    return null;
                  })
              .toList();
      for (Future<Void> writer : threads.invokeAll(writers)) {
        writer.get();
      }
    }

    assertThat(store().find(facts.id())).contains(CallFacts.call(story.toArray(CallFact[]::new)));
  }

  @Test
  void aCallWithoutAnOutcomeIsUnfinished() {
    CallFacts over = CallFacts.ofCall("hotline1-2.4");
    CallFacts open = CallFacts.ofCall("hotline1-2.5");
    record(over.arrived(), over.ended(3), open.arrivedWithheld(), open.queued(25));

    assertThat(store().unfinished()).extracting(Call::id).containsExactly(open.id());
  }

  @Test
  void earlierCallsOfANumberComeNewestFirst() {
    CallFacts first = CallFacts.ofCall("hotline1-2.6");
    CallFacts second = CallFacts.ofCall("hotline1-2.7");
    CallFacts third = CallFacts.ofCall("hotline1-2.8");
    record(first.arrived(), first.ended(3));
    for (CallFacts later : List.of(second, third)) {
      record(
          new CallFact.Arrived(
              later.id(),
              at(later == second ? 60 : 120),
              "public",
              CallFacts.call(first.arrived()).caller()));
    }

    assertThat(store().earlierCalls(CallFacts.KEY, third.id(), 20))
        .extracting(Call::id)
        .containsExactly(second.id(), first.id());
    assertThat(store().triedSince(CallFacts.KEY, at(30), at(200)).calls()).isEqualTo(2);
  }

  @Test
  void whatACallerWaitedAddsUpOverHisCallsAndTheOneThatGoesOn() {
    CallFacts dropped = CallFacts.ofCall("hotline1-7.1");
    CallFacts menuOnly = CallFacts.ofCall("hotline1-7.2");
    CallFacts waiting = CallFacts.ofCall("hotline1-7.3");
    record(dropped.arrived(), dropped.queued(20), dropped.left(320, QueueExit.ABANDONED));
    record(dropped.ended(320), menuOnly.arrived(), menuOnly.ended(330));
    record(waiting.arrived(), waiting.queued(400));

    assertThat(store().triedSince(CallFacts.KEY, at(0), at(460)))
        .isEqualTo(new CallStore.Tried(3, Duration.ofSeconds(360)));

    record(waiting.ringing(470), waiting.connected(480));
    assertThat(store().triedSince(CallFacts.KEY, at(0), at(9_000)).waited())
        .isEqualTo(Duration.ofSeconds(380));
    assertThat(store().triedSince(CallFacts.KEY, at(1), at(9_000)).calls()).isZero();
  }

  @Test
  void whoSpokeWithACallerLastIsKnownWhoeverRangWhom() {
    CallFacts his = CallFacts.ofCall("hotline1-8.1");
    CallFacts ours = CallFacts.ofCall("cb-8-1");
    CallFacts again = CallFacts.ofCall("hotline1-8.2");
    record(his.arrived(), his.queued(20), his.connected(30), his.talkEnded(90), his.ended(91));
    record(again.arrived(), again.queued(500));

    assertThat(store().lastAnswered(CallFacts.KEY, again.id(), at(0)))
        .map(Call::id)
        .contains(his.id());
    assertThat(store().lastAnswered(CallFacts.KEY, his.id(), at(0))).isEmpty();
    assertThat(store().lastAnswered(CallFacts.KEY, again.id(), at(31))).isEmpty();

    record(ours.arrived(), ours.queued(100), ours.connected(110));
    record(new CallFact.PersonDialled(ours.id(), at(110)));
    assertThat(store().lastAnswered(CallFacts.KEY, again.id(), at(0)))
        .as("an agent hears it ring: nobody has spoken yet")
        .map(Call::id)
        .contains(his.id());
    record(new CallFact.PersonReached(ours.id(), at(120)));
    assertThat(store().lastAnswered(CallFacts.KEY, again.id(), at(0)))
        .map(Call::id)
        .contains(ours.id());
  }

  @Test
  void answersOfAQueueAreKnownByTime() {
    CallFacts facts = CallFacts.ofCall("hotline1-2.9");
    record(facts.arrived(), facts.queued(25), facts.connected(34));

    assertThat(store().answersSince("public", at(30))).containsExactly(at(34));
    assertThat(store().answersSince("public", at(40))).isEmpty();
    assertThat(store().answersSince("other", at(0))).isEmpty();
  }
}
