package org.hotline115.callflow.appointment;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
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

  private final Ground ground;
  private final JdbcSchedules schedules;
  private final JdbcAppointments appointments;
  private final AppointmentMetrics metrics;

  public AppointmentFeature(Ground ground) {
    this.ground = ground;
    this.schedules = new JdbcSchedules(ground.database(), ground.audit());
    this.appointments =
        new JdbcAppointments(ground.database(), ground.cipher(), ground.audit(), schedules);
    this.metrics = new AppointmentMetrics(ground.meters());
  }

  public KeepSchedules keepSchedules() {
    return new KeepSchedules(schedules, ground.clock());
  }

  public ReadAppointments readAppointments() {
    return new ReadAppointments(schedules, appointments, ground.zone());
  }

  public BookAppointment bookAppointment() {
    return new BookAppointment(appointments, metrics, ground.clock());
  }

  public MoveAppointment moveAppointment() {
    return new MoveAppointment(appointments, metrics, ground.clock());
  }

  public MarkAppointment markAppointment() {
    return new MarkAppointment(appointments, metrics, ground.clock());
  }

  public CountWalkIn countWalkIn() {
    return new CountWalkIn(appointments, metrics, ground.clock(), ground.zone());
  }
}
