package org.hotline115.callflow.appointment;

import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Says how the person of an appointment is reached from now on: people change their numbers, and
 * their minds about texts. Its texts are planned anew for the new number; the old one gets none.
 */
public final class ChangeReach {

  private final JdbcAppointments appointments;
  private final AppointmentMetrics metrics;
  private final InstantSource clock;

  ChangeReach(JdbcAppointments appointments, AppointmentMetrics metrics, InstantSource clock) {
    this.appointments = appointments;
    this.metrics = metrics;
    this.clock = clock;
  }

  public AppointmentResult run(AppointmentId appointmentId, Reach reach, AgentId by) {
    AppointmentResult result;
    try {
      result = appointments.reach(appointmentId, reach, by, clock.instant());
    } catch (RecordsAway away) {
      result = new AppointmentResult.RecordsDown();
    }
    metrics.counted("reach", result);
    return result;
  }
}
