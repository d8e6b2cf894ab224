package org.hotline115.callflow.waitlist;

import io.micrometer.core.instrument.MeterRegistry;

/** How often each wish came to what. */
final class WaitlistMetrics {

  private final MeterRegistry meters;

  WaitlistMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void counted(String wish, Object result) {
    meters
        .counter(
            "callflow_waitlist_wishes", "wish", wish, "outcome", result.getClass().getSimpleName())
        .increment();
  }

  void lapsed() {
    meters.counter("callflow_waitlist_lapsed").increment();
  }
}
