package org.hotline115.callflow.appointment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.message.JdbcPlannedTexts;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;

/** Appointments, put together. */
public final class AppointmentFeature {

  /** What they stand on. {@code zone} is that of the deployment: days are cut by it. */
  public record Ground(
      Database database,
      Cipher cipher,
      JdbcAuditTrail audit,
      InstantSource clock,
      ZoneId zone,
      MeterRegistry meters) {}

  /**
   * What people are told about their appointments.
   *
   * @param callBackNumber whom to call about an appointment
   * @param isHeard whether an answer by text reaches us
   */
  public record Texts(
      MessageFeature messages, ReminderRules reminders, String callBackNumber, boolean isHeard) {}

  private final Ground ground;
  private final JdbcSchedules schedules;
  private final JdbcAppointments appointments;
  private final JdbcPlannedTexts plannedTexts;
  private final Texts texts;
  private final AppointmentMetrics metrics;

  public AppointmentFeature(Ground ground, Texts texts) {
    this.ground = ground;
    this.schedules = new JdbcSchedules(ground.database(), ground.audit());
    this.appointments =
        new JdbcAppointments(
            ground.database(),
            ground.cipher(),
            ground.audit(),
            schedules,
            new JdbcAppointmentTexts(
                new JdbcAppointmentTexts.Words(
                    texts.messages().serviceTexts(),
                    texts.messages().plannedTexts(),
                    texts.reminders(),
                    texts.callBackNumber(),
                    texts.isHeard())));
    this.plannedTexts = texts.messages().plannedTexts();
    this.texts = texts;
    this.metrics = new AppointmentMetrics(ground.meters());
  }

  public KeepSchedules keepSchedules() {
    return new KeepSchedules(schedules, ground.clock());
  }

  public ReadAppointments readAppointments() {
    return new ReadAppointments(schedules, appointments, days(), plannedTexts, ground.zone());
  }

  private JdbcDays days() {
    return new JdbcDays(ground.database(), ground.cipher());
  }

  /** Who answers a reminder by text is heard, after those who listen already. */
  public void hearAnswers() {
    texts
        .messages()
        .read(
            new AnswerReminder(
                days(),
                markAppointment(),
                texts.messages().serviceTexts(),
                texts.callBackNumber(),
                ground.clock()));
  }

  /** For who offers seats that were given up. */
  public JdbcOfferedSeats offeredSeats() {
    return new JdbcOfferedSeats(schedules, appointments);
  }

  public BookAppointment bookAppointment() {
    return new BookAppointment(appointments, metrics, ground.clock());
  }

  public MoveAppointment moveAppointment() {
    return new MoveAppointment(appointments, metrics, ground.clock());
  }

  public ChangeReach changeReach() {
    return new ChangeReach(appointments, metrics, ground.clock());
  }

  public MarkAppointment markAppointment() {
    return new MarkAppointment(appointments, metrics, ground.clock());
  }

  /** What became of the appointments that begin from this moment until that one. */
  public AppointmentFigures figures(Instant from, Instant until) {
    return new JdbcFigures(ground.database()).count(from, until, ground.clock().instant());
  }

  public CountWalkIn countWalkIn() {
    return new CountWalkIn(appointments, metrics, ground.clock(), ground.zone());
  }
}
