package org.hotline115.callflow.appointment;

import java.time.Instant;
import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Gives an appointment another slot, of its schedule or another one. The old seat is given up only
 * when the new one is had: both in one transaction. Moving twice to the same slot moves once.
 */
public final class MoveAppointment {

  private final JdbcAppointments appointments;
  private final AppointmentMetrics metrics;
  private final InstantSource clock;

  MoveAppointment(JdbcAppointments appointments, AppointmentMetrics metrics, InstantSource clock) {
    this.appointments = appointments;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Which slot it shall have. */
  public record To(ScheduleId scheduleId, Instant startsAt) {}

  public AppointmentResult run(AppointmentId appointmentId, To to, AgentId by) {
    AppointmentResult result;
    try {
      result = appointments.move(appointmentId, to, by, clock.instant());
    } catch (RecordsAway away) {
      result = new AppointmentResult.RecordsDown();
    }
    metrics.counted("move", result);
    return result;
  }
}
