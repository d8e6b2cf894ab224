package org.hotline115.callflow.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.caller.InMemoryCallerStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCallTest {

  private final CallFacts facts = CallFacts.ofCall("hotline1-1795352221.0");
  private final InMemoryCallStore store = new InMemoryCallStore();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<String> told = new ArrayList<>();
  private FactSpool spool;
  private RecordCall recordCall;

  @TempDir Path folder;

  @BeforeEach
  void start() {
    spool = new FactSpool(folder.resolve("spool"), 4);
    recordCall =
        new RecordCall(
            store, new InMemoryCallerStore(), spool, CallRules.DEFAULTS, new CallMetrics(meters));
    recordCall.observe((before, after) -> told.add(after.state(CallRules.DEFAULTS).code()));
  }

  @AfterEach
  void stop() {
    spool.close();
  }

  @Test
  void observersAreToldOnceOfEachMove() {
    recordCall.accept(facts.arrived());
    recordCall.accept(facts.arrived());
    recordCall.accept(facts.queued(25));
    recordCall.accept(facts.ended(70));
    recordCall.accept(facts.ended(70));

    assertThat(told).containsExactly("IN_MENU", "WAITING", "ENDED", "ENDED");
    assertThat(meters.counter("callflow_call_ended", "outcome", "ABANDONED").count()).isEqualTo(1);
    assertThat(recordCall.live()).isEmpty();
  }

  @Test
  void callsGoOnWhileTheRecordsAreAwayAndAreWrittenAfterwards() {
    recordCall.accept(facts.arrived());
    store.away(true);
    recordCall.accept(facts.queued(25));
    recordCall.accept(facts.connected(30));

    assertThat(told).containsExactly("IN_MENU", "WAITING", "TALKING");
    assertThat(recordCall.replay()).isEqualTo(2);
    store.away(false);
    assertThat(recordCall.replay()).isZero();

    assertThat(store.find(facts.id()))
        .contains(CallFacts.call(facts.arrived(), facts.queued(25), facts.connected(30)));
  }

  @Test
  void aFullSpoolIsNeverSilent() {
    store.away(true);
    recordCall.accept(facts.arrived());
    recordCall.accept(facts.queued(25));
    recordCall.accept(facts.ringing(26));
    recordCall.accept(facts.connected(30));
    recordCall.accept(facts.ended(90));

    assertThat(meters.counter("callflow_call_facts_lost").count()).isEqualTo(1);
    assertThat(recordCall.lostFacts()).isTrue();
    assertThat(told).endsWith("TALKING", "ENDED");
  }

  @Test
  void oneFailingObserverDoesNotSilenceTheOthers() {
    List<String> second = new ArrayList<>();
    recordCall.observe((before, after) -> {
      throw new IllegalStateException("a broken screen");
    });
    recordCall.observe((before, after) -> second.add("told"));

    recordCall.accept(facts.arrived());

    assertThat(second).containsExactly("told");
    assertThat(meters.counter("callflow_call_observer_failures").count()).isEqualTo(1);
  }

  @Test
  void anEndBeforeAnythingElseIsKeptAndCompletedLater() {
    recordCall.accept(facts.ended(70));
    recordCall.accept(facts.queued(25));
    recordCall.accept(facts.arrived());

    assertThat(store.find(facts.id()))
        .contains(CallFacts.call(facts.arrived(), facts.queued(25), facts.ended(70)));
  }

  @Test
  void afterARestartDeadCallsAreFinishedAndLiveOnesGoOn() {
    CallFacts cut = CallFacts.ofCall("hotline1-1.1");
    CallFacts missed = CallFacts.ofCall("hotline1-1.2");
    CallFacts alive = CallFacts.ofCall("hotline1-1.3");
    for (CallFacts each : List.of(cut, missed, alive)) {
      store.change(each.arrived(), call -> call.with(each.arrived()).with(each.queued(25)));
    }
    CallFacts young = CallFacts.ofCall("hotline1-1.4");
    store.change(young.queued(900), call -> call.with(young.queued(900)));
    ReconcileCalls reconcile = new ReconcileCalls(store, recordCall);

    int finished =
        reconcile.reconcile(
            new ReconcileCalls.ExchangeTruth(
                CallFacts.at(-5), CallFacts.at(300), Set.of(alive.id())));
    assertThat(finished).isEqualTo(2);
    assertThat(outcome(cut)).isEqualTo(CallOutcome.ABANDONED);
    assertThat(recordCall.live(alive.id())).isPresent();
    assertThat(recordCall.live(young.id())).isEmpty();

    reconcile.reconcile(
        new ReconcileCalls.ExchangeTruth(CallFacts.at(500), CallFacts.at(600), Set.of()));
    assertThat(outcome(alive)).isEqualTo(CallOutcome.BLOCKED_TECH);
  }

  @Test
  void aCallThatOnlyALateFactKeptInMemoryIsForgotten() {
    store.away(true);
    recordCall.accept(facts.arrived());
    recordCall.accept(facts.ended(5));
    recordCall.accept(facts.wrappedUp(6));
    assertThat(recordCall.live()).hasSize(1);
    store.away(false);
    recordCall.replay();

    new ReconcileCalls(store, recordCall)
        .reconcile(new ReconcileCalls.ExchangeTruth(CallFacts.at(-5), CallFacts.at(300), Set.of()));

    assertThat(recordCall.live()).isEmpty();
    assertThat(outcome(facts)).isEqualTo(CallOutcome.IVR_ONLY);
  }

  private CallOutcome outcome(CallFacts facts) {
    return ((CallState.Ended) store.find(facts.id()).orElseThrow().state(CallRules.DEFAULTS))
        .outcome();
  }
}
