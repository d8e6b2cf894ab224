package org.hotline115.callflow.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.JdbcSeats.Seat;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Seats for whoever offers them to people that wait, in the caller's transaction. A seat that is
 * held for somebody is nobody else's: the schedule's lock sees to it, and the index of seats has
 * the last word when it is taken.
 */
public final class JdbcOfferedSeats {

  private final JdbcSchedules schedules;
  private final JdbcSeats seats;
  private final JdbcAppointments appointments;

  JdbcOfferedSeats(JdbcSchedules schedules, JdbcAppointments appointments) {
    this.schedules = schedules;
    this.seats = new JdbcSeats(schedules);
    this.appointments = appointments;
  }

  /** Of every seat that is given up, this one hears. */
  public void follow(JdbcSeatFollower follower) {
    appointments.follow(follower);
  }

  /** First in a transaction: an appointment that shall move, and the schedules of its seats. */
  public Optional<Appointment> lock(
      Handle handle, @Nullable AppointmentId appointmentId, ScheduleId to) {
    Optional<Appointment> known =
        appointmentId == null ? Optional.empty() : appointments.lock(handle, appointmentId);
    seats.lock(handle, known.map(Appointment::scheduleId).orElse(null), to);
    return known;
  }

  public Optional<Schedule> schedule(Handle handle, ScheduleId scheduleId) {
    return schedules.lock(handle, scheduleId);
  }

  /** Whether a seat of this slot is now held for {@code heldFor}. */
  public boolean hold(
      Handle handle, ScheduleId scheduleId, Instant startsAt, UUID heldFor, Instant now) {
    Seat seat = seats.free(handle, scheduleId, startsAt, now).seat();
    if (seat != null) {
      seats.hold(handle, seat, heldFor);
    }
    return seat != null;
  }

  /** Free for everybody again. */
  public void release(Handle handle, UUID heldFor) {
    seats.release(handle, heldFor);
  }

  public AppointmentResult book(Handle handle, BookAppointment.Wish wish, AgentId by, Instant at) {
    return appointments.book(handle, wish, by, at);
  }

  public AppointmentResult move(
      Handle handle, AppointmentId id, MoveAppointment.To to, AgentId by, Instant at) {
    return appointments.move(handle, id, to, by, at);
  }

  /** Where a site is, in the words of a text; empty when a text must not say it. */
  public String placeOf(Handle handle, String siteId) {
    return JdbcAppointmentTexts.place(handle, siteId).label();
  }

  /** Those of them that there are. */
  public Map<AppointmentId, Appointment> find(Handle handle, Collection<AppointmentId> ids) {
    return appointments.find(handle, ids).stream()
        .collect(Collectors.toMap(Appointment::appointmentId, each -> each));
  }
}
