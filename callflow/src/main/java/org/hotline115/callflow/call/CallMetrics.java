package org.hotline115.callflow.call;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What is counted of calls. */
public final class CallMetrics {

  private final MeterRegistry registry;
  private final Counter spooled;
  private final Counter lost;
  private final Counter unusualMoves;
  private final Counter observerFailures;

  public CallMetrics(MeterRegistry registry) {
    this.registry = registry;
    spooled = registry.counter("callflow_call_facts_spooled");
    lost = registry.counter("callflow_call_facts_lost");
    unusualMoves = registry.counter("callflow_call_unusual_moves");
    observerFailures = registry.counter("callflow_call_observer_failures");
  }

  void watch(FactSpool spool) {
    Gauge.builder("callflow_call_spool_length", spool, FactSpool::size).register(registry);
  }

  void moved(CallState to) {
    registry.counter("callflow_call_moves", "state", to.code()).increment();
    if (to instanceof CallState.Ended ended) {
      registry.counter("callflow_call_ended", "outcome", ended.outcome().name()).increment();
    }
  }

  void unusual() {
    unusualMoves.increment();
  }

  void spooled() {
    spooled.increment();
  }

  void lost() {
    lost.increment();
  }

  void observerFailed() {
    observerFailures.increment();
  }
}
