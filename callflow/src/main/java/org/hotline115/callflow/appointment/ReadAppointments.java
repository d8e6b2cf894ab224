package org.hotline115.callflow.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.message.JdbcPlannedTexts;
import org.hotline115.callflow.message.JdbcPlannedTexts.PlannedText;

/** Schedules, the slots they make, and who is expected in them. */
public final class ReadAppointments {

  private final JdbcSchedules schedules;
  private final JdbcAppointments appointments;
  private final JdbcDays days;
  private final JdbcPlannedTexts texts;
  private final ZoneId zone;

  ReadAppointments(
      JdbcSchedules schedules,
      JdbcAppointments appointments,
      JdbcDays days,
      JdbcPlannedTexts texts,
      ZoneId zone) {
    this.schedules = schedules;
    this.appointments = appointments;
    this.days = days;
    this.texts = texts;
    this.zone = zone;
  }

  public List<ReceptionSite> sites() {
    return schedules.sites();
  }

  /** Those that receive on this day or later. */
  public List<Schedule> schedules(LocalDate from) {
    return schedules.list(from);
  }

  /**
   * Of these, each schedule that receives by appointment cut into its slots, the earliest first.
   */
  public List<Slot> slots(String siteId, Instant from, Instant until) {
    List<Schedule> ofSite =
        schedules.list(LocalDate.ofInstant(from, zone).minusDays(1)).stream()
            .filter(schedule -> schedule.siteId().equals(siteId))
            .filter(schedule -> schedule.kind() == ReceptionKind.APPOINTMENT)
            .toList();
    Map<JdbcDays.SlotKey, JdbcDays.Taken> taken = days.taken(siteId, from, until);
    return ofSite.stream()
        .flatMap(schedule ->
            schedule.slotsBetween(from, until).stream()
                .map(time ->
                    slot(
                        schedule,
                        time,
                        taken.getOrDefault(
                            new JdbcDays.SlotKey(schedule.scheduleId(), time.startsAt()),
                            JdbcDays.Taken.NONE))))
        .sorted(Comparator.comparing(slot -> slot.time().startsAt()))
        .toList();
  }

  private static Slot slot(Schedule schedule, SlotTime time, JdbcDays.Taken taken) {
    return new Slot(schedule, time, taken.booked(), taken.offered());
  }

  /** Everybody of one day at one site, by the hour; also who cancelled, so that nobody wonders. */
  public List<Appointment> day(String siteId, LocalDate day) {
    return days.list(
        siteId, day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  /** What each of them was and will be told, by its id. */
  public Map<UUID, List<PlannedText>> texts(Collection<Appointment> of) {
    return texts.of(of.stream().map(each -> each.appointmentId().value()).toList());
  }

  public Optional<Appointment> find(AppointmentId appointmentId) {
    return appointments.find(appointmentId);
  }
}
