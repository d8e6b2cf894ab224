package org.hotline115.callflow.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.ReminderRules.Reminder;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.message.JdbcPlannedTexts;
import org.hotline115.callflow.message.JdbcServiceTexts;
import org.hotline115.callflow.message.Occasion;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.message.TemplateCode;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * The texts about an appointment, written and taken back in the very transaction that changes it:
 * none is ever planned for an hour that was given up.
 */
final class JdbcAppointmentTexts {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcAppointmentTexts.class, "jdbc_appointment_texts.sql");

  /**
   * Where the texts go, and what they say.
   *
   * @param callBackNumber whom to call about an appointment
   * @param isHeard whether an answer reaches us: a name as sender can only be read
   */
  record Words(
      JdbcServiceTexts texts,
      JdbcPlannedTexts planned,
      ReminderRules reminders,
      String callBackNumber,
      boolean isHeard) {}

  /** Where a site is; the address empty when a text must not say it. */
  record Place(String label) {

    boolean isTold() {
      return !label.isEmpty();
    }
  }

  /** One planning, whose texts share a number. */
  private record Planning(
      Handle handle, Appointment appointment, Recipient to, Place place, int number, Instant now) {}

  private final Words words;

  JdbcAppointmentTexts(Words words) {
    this.words = words;
  }

  /** Last in a transaction. Who walked in is never written to. */
  void follow(
      Handle handle, Appointment appointment, AppointmentChange change, AgentId by, Instant now) {
    if (change == AppointmentChange.CONFIRMED) {
      return;
    }
    if (change != AppointmentChange.BOOKED) {
      words.planned().withdraw(handle, appointment.appointmentId().value(), by, now);
    }
    Recipient to = appointment.reach().textsTo();
    boolean isToCome = now.isBefore(appointment.time().startsAt());
    if (to == null || change == AppointmentChange.OVER || !isToCome) {
      return;
    }
    Planning planning = planning(handle, appointment, to, now);
    switch (change) {
      case BOOKED, REACHED_OTHERWISE -> {
        tell(planning, TemplateCode.APPT_CREATED, TemplateCode.APPT_CREATED_NEUTRAL);
        remind(planning);
      }
      case MOVED -> {
        tell(planning, TemplateCode.APPT_MOVED, TemplateCode.APPT_MOVED_NEUTRAL);
        remind(planning);
      }
      case REVOKED -> tell(planning, TemplateCode.APPT_REVOKED, TemplateCode.APPT_REVOKED);
      case CONFIRMED, OVER -> throw new IllegalStateException("there is nothing to say");
    }
  }

  private Planning planning(Handle handle, Appointment appointment, Recipient to, Instant now) {
    int number =
        handle
            .createQuery(SQL.statement("count_plan"))
            .bind("appointmentId", appointment.appointmentId().value())
            .mapTo(Integer.class)
            .one();
    Place place =
        appointment.reach().discretion() == Discretion.NORMAL
            ? place(handle, appointment.siteId())
            : new Place("");
    return new Planning(handle, appointment, to, place, number, now);
  }

  static Place place(Handle handle, String siteId) {
    return handle
        .createQuery(SQL.statement("find_site"))
        .bind("siteId", siteId)
        .map((row, context) ->
            new Place(
                row.getBoolean("address_is_secret") || row.getString("address").isBlank()
                    ? ""
                    : row.getString("address") + ", " + row.getString("commune")))
        .one();
  }

  /** At once: the person is waiting for it, at whatever hour. */
  private void tell(Planning planning, TemplateCode code, TemplateCode neutral) {
    Instant startsAt = planning.appointment().time().startsAt();
    put(
        planning,
        planning.place().isTold() ? code : neutral,
        new Occasion(planning.appointment().appointmentId().value(), planning.now(), null),
        startsAt);
  }

  private void remind(Planning planning) {
    Appointment appointment = planning.appointment();
    for (Reminder reminder :
        words.reminders().plan(planning.now(), appointment.time().startsAt(), appointment.zone())) {
      put(
          planning,
          template(planning, reminder),
          new Occasion(appointment.appointmentId().value(), reminder.dueAt(), appointment.zone()),
          reminder.notAfter());
    }
  }

  private TemplateCode template(Planning planning, Reminder reminder) {
    if (!planning.place().isTold()) {
      return TemplateCode.APPT_REMINDER_NEUTRAL;
    }
    if (reminder.isToday()) {
      return TemplateCode.APPT_REMINDER_3H;
    }
    return words.isHeard() ? TemplateCode.APPT_REMINDER_48H : TemplateCode.APPT_REMINDER_48H_ONEWAY;
  }

  private void put(Planning planning, TemplateCode code, Occasion occasion, Instant notAfter) {
    Appointment appointment = planning.appointment();
    words
        .texts()
        .put(
            planning.handle(),
            new ServiceText(
                "APPOINTMENT:%s:%d:%s:%d"
                    .formatted(
                        appointment.appointmentId(),
                        planning.number(),
                        code,
                        occasion.dueAt().getEpochSecond()),
                code,
                appointment.reach().language(),
                planning.to(),
                values(appointment, planning.place()),
                notAfter,
                occasion));
  }

  private Map<String, Object> values(Appointment appointment, Place place) {
    Instant startsAt = appointment.time().startsAt();
    return Map.of(
        "day",
        LocalDate.ofInstant(startsAt, appointment.zone()),
        "time",
        LocalTime.ofInstant(startsAt, appointment.zone()),
        "place",
        place.label(),
        "callBackNumber",
        words.callBackNumber());
  }
}
