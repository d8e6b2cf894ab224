package org.hotline115.callflow.appointment;

import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Says what became of an appointment: confirmed, cancelled by the person (EXCUSED) or by the
 * service (REVOKED), arrived, seen, missed. Saying the same twice says it once.
 */
public final class MarkAppointment {

  private final JdbcAppointments appointments;
  private final AppointmentMetrics metrics;
  private final InstantSource clock;

  MarkAppointment(JdbcAppointments appointments, AppointmentMetrics metrics, InstantSource clock) {
    this.appointments = appointments;
    this.metrics = metrics;
    this.clock = clock;
  }

  public AppointmentResult run(AppointmentId appointmentId, AppointmentStatus wanted, AgentId by) {
    AppointmentResult result;
    try {
      result = appointments.mark(appointmentId, wanted, by, clock.instant());
    } catch (RecordsAway away) {
      result = new AppointmentResult.RecordsDown();
    }
    metrics.counted("mark", result);
    return result;
  }
}
