package org.hotline115.callflow.truth;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many groups break each invariant at this moment. */
final class TruthMetrics {

  private final Map<BoardInvariant, AtomicLong> broken = new EnumMap<>(BoardInvariant.class);

  TruthMetrics(MeterRegistry registry) {
    for (BoardInvariant invariant : BoardInvariant.values()) {
      AtomicLong groups = new AtomicLong();
      broken.put(invariant, groups);
      registry.gauge(
          "callflow_truth_broken_groups",
          List.of(io.micrometer.core.instrument.Tag.of("what", invariant.name())),
          groups);
    }
  }

  void broken(List<Breach> breaches) {
    broken.forEach((invariant, groups) ->
        groups.set(breaches.stream().filter(one -> one.invariant() == invariant).count()));
  }
}
