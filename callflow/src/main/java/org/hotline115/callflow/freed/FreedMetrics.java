package org.hotline115.callflow.freed;

import io.micrometer.core.instrument.MeterRegistry;

/** What places that come back count. */
final class FreedMetrics {

  private final MeterRegistry registry;

  FreedMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void looked(int changed) {
    registry.counter("callflow_freed_turns_total").increment(changed);
  }

  void taken(TakeResult result) {
    registry
        .counter("callflow_freed_take_total", "outcome", result.getClass().getSimpleName())
        .increment();
  }
}
