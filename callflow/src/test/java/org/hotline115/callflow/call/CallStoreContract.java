package org.hotline115.callflow.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.call.CallFacts.at;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
