package org.hotline115.callflow.appointment;

import io.micrometer.core.instrument.MeterRegistry;

/** How often each wish came to what. */
final class AppointmentMetrics {

  private final MeterRegistry meters;

  AppointmentMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void counted(String wish, AppointmentResult result) {
    meters
        .counter(
            "callflow_appointment_wishes",
            "wish",
            wish,
            "outcome",
            result.getClass().getSimpleName())
        .increment();
  }
}
