package org.hotline115.callflow.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.Set;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallFacts;
import org.hotline115.callflow.call.CallRules;
import org.junit.jupiter.api.Test;

class LiveQueuesTest {

  private final InstantSource clock = InstantSource.fixed(CallFacts.at(600));
  private final Presences presences = new Presences(new InMemoryPresenceStore(), clock);
  private final LiveQueues queues = new LiveQueues(presences, CallRules.DEFAULTS, clock);

  private void call(String id, CallFact... story) {
    Call before = CallFacts.call(CallFacts.ofCall(id).arrived());
    for (CallFact fact : story) {
      Call after = before.with(fact);
      queues.callChanged(before, after);
      before = after;
    }
  }

  private void answered(int count) {
    for (int i = 0; i < count; i++) {
      CallFacts facts = CallFacts.ofCall("hotline1-9." + i);
      call("hotline1-9." + i, facts.queued(10), facts.connected(20 + i), facts.ended(60));
    }
  }

  @Test
  void whoWaitsIsCountedUntilSomebodyAnswers() {
    CallFacts first = CallFacts.ofCall("hotline1-1.0");
    CallFacts second = CallFacts.ofCall("hotline1-1.1");
    call("hotline1-1.0", first.queued(25), first.ringing(26));
    call("hotline1-1.1", second.queued(30));

    assertThat(queues.view("public"))
        .isEqualTo(new QueueView("public", 2, CallFacts.at(25), 0, 0, CallFacts.at(600)));
    call("hotline1-1.0", first.queued(25), first.connected(40));
    assertThat(queues.view("public").waiting()).isEqualTo(1);
    call("hotline1-1.1", second.ended(50));
    assertThat(queues.view("public").longestWaitSince()).isNull();
  }

  @Test
  void thereIsNoEstimateFromFewerThanFiveAnswers() {
    answered(4);
    assertThat(queues.estimateMinutes("public", 3)).isEqualTo(OptionalInt.empty());
    answered(1);
    assertThat(queues.estimateMinutes("public", 3)).isEqualTo(OptionalInt.of(18));
  }

  @Test
  void answersOlderThanHalfAnHourSayNothing() {
    answered(6);
    LiveQueues later =
        new LiveQueues(presences, CallRules.DEFAULTS, InstantSource.fixed(CallFacts.at(3600)));
    later.restore("public", java.util.List.of(CallFacts.at(20), CallFacts.at(21)));

    assertThat(later.estimateMinutes("public", 1)).isEmpty();
  }

  @Test
  void aFreeAgentMeansNoPositionAtAll() {
    assertThat(queues.nextPosition("public")).isEqualTo(1);
    InMemoryAgentPhones phones = new InMemoryAgentPhones();
    new ChoosePhone(presences, phones, Set.of("public"))
        .choose(CallFacts.CLAIRE, new PhoneId("claire"));
    new BecomeReady(presences, phones, Set.of("public")).ready(CallFacts.CLAIRE);

    assertThat(queues.nextPosition("public")).isZero();
  }
}
