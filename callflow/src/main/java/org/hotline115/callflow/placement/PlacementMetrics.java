package org.hotline115.callflow.placement;

import io.micrometer.core.instrument.MeterRegistry;

/** What the placements count; the tag {@code outcome} is the name of the result's record. */
final class PlacementMetrics {

  private final MeterRegistry registry;

  PlacementMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void moved(MoveCommand command, MoveResult result) {
    registry
        .counter(
            "callflow_placement_move_total",
            "move",
            command.move().code(),
            "source",
            command.source().name(),
            "outcome",
            result.getClass().getSimpleName())
        .increment();
  }

  void overdue(int placements) {
    registry.counter("callflow_placement_overdue_total").increment(placements);
  }
}
