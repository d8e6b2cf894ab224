package org.hotline115.callflow.appointment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * Gives a seat of a slot to one person. PostgreSQL decides alone and exactly; without it nothing is
 * promised (fail-closed).
 */
public final class BookAppointment {

  private final JdbcAppointments appointments;
  private final AppointmentMetrics metrics;
  private final InstantSource clock;

  BookAppointment(JdbcAppointments appointments, AppointmentMetrics metrics, InstantSource clock) {
    this.appointments = appointments;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * What is to be booked. {@code appointmentId} is the client's: it asks again with the same one.
   *
   * @param contactId the contact during which it is booked
   */
  public record Wish(
      AppointmentId appointmentId,
      ScheduleId scheduleId,
      Instant startsAt,
      @Nullable UUID contactId,
      String name,
      Reach reach) {

    public Wish {
      if (name.length() > Appointment.NAME_MAX) {
        throw new IllegalArgumentException("a name has at most " + Appointment.NAME_MAX);
      }
    }

    @Override
    public String toString() {
      return "wish " + appointmentId;
    }
  }

  public AppointmentResult run(Wish wish, AgentId by) {
    AppointmentResult result;
    try {
      result = appointments.book(wish, by, clock.instant());
    } catch (RecordsAway away) {
      result = new AppointmentResult.RecordsDown();
    }
    metrics.counted("book", result);
    return result;
  }
}
