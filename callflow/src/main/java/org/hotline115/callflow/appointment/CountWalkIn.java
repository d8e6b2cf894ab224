package org.hotline115.callflow.appointment;

import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Notes somebody who came without an appointment and was seen, so that volumes compare. A wrong
 * tick is taken back as REVOKED.
 */
public final class CountWalkIn {

  private final JdbcAppointments appointments;
  private final AppointmentMetrics metrics;
  private final InstantSource clock;
  private final ZoneId zone;

  CountWalkIn(
      JdbcAppointments appointments, AppointmentMetrics metrics, InstantSource clock, ZoneId zone) {
    this.appointments = appointments;
    this.metrics = metrics;
    this.clock = clock;
    this.zone = zone;
  }

  public AppointmentResult run(
      AppointmentId appointmentId, String siteId, String name, AgentId by) {
    AppointmentResult result;
    try {
      result = appointments.countWalkIn(appointmentId, siteId, name, zone, by, clock.instant());
    } catch (RecordsAway away) {
      result = new AppointmentResult.RecordsDown();
    }
    metrics.counted("walkIn", result);
    return result;
  }
}
