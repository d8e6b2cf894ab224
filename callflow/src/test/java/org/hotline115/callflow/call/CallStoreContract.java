package org.hotline115.callflow.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.call.CallFacts.at;

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
  void whoWaitedWhenACallWasAnsweredExplainsItsTurn() {
    CallFacts older = CallFacts.ofCall("hotline1-6.1");
    CallFacts kept = CallFacts.ofCall("hotline1-6.2");
    CallFacts younger = CallFacts.ofCall("hotline1-6.3");
    record(older.arrived(), older.queued(20));
    record(kept.arrived(), kept.ranked(-600, Rank.Reason.REDIAL, null), kept.queued(30));
    record(younger.arrived(), younger.ranked(5, Rank.Reason.REDIAL, null), younger.queued(31));
    record(kept.ringing(40), kept.connected(45));
    record(younger.ringing(50), younger.connected(55));

    assertThat(store().turnOf(kept.id())).contains(new CallStore.Turn(0, 2));
    assertThat(store().turnOf(younger.id())).contains(new CallStore.Turn(1, 0));
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
    assertThat(store().callsSince(CallFacts.KEY, at(0))).isZero();
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
    assertThat(store().callsSince(CallFacts.KEY, at(30))).isEqualTo(2);
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
