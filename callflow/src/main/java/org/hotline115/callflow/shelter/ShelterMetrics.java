package org.hotline115.callflow.shelter;

import io.micrometer.core.instrument.MeterRegistry;
import org.hotline115.callflow.board.UpdateSource;

/** What shelters told by which means, and how they were asked. */
final class ShelterMetrics {

  private final MeterRegistry registry;

  ShelterMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void asked(AskBy by, int groups) {
    registry.counter("callflow_shelter_asked_total", "by", by.name()).increment(groups);
  }

  /** {@code outcome}: the name of the result. */
  void saved(UpdateSource source, String outcome) {
    registry
        .counter("callflow_shelter_told_total", "source", source.name(), "outcome", outcome)
        .increment();
  }

  void codeRefused(String why) {
    registry.counter("callflow_shelter_codes_refused_total", "why", why).increment();
  }
}
