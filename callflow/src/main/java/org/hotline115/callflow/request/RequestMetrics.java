package org.hotline115.callflow.request;

import io.micrometer.core.instrument.MeterRegistry;

/** What the requests count; the tag {@code outcome} is the name of the result's record. */
final class RequestMetrics {

  private final MeterRegistry registry;

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void confirmed(ConfirmResult result) {
    registry
        .counter("callflow_request_confirm_total", "outcome", result.getClass().getSimpleName())
        .increment();
  }

  void nightTurned(int undecided, int carried) {
    registry.counter("callflow_request_undecided_total").increment(undecided);
    registry.counter("callflow_request_carried_total").increment(carried);
  }

  void notFollowed() {
    registry.counter("callflow_request_not_followed_total").increment();
  }
}
