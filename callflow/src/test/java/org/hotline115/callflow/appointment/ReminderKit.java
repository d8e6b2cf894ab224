package org.hotline115.callflow.appointment;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.AllowedHours;
import org.hotline115.callflow.message.DistressWords;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.callflow.message.Templates;
import org.hotline115.callflow.place.PlaceRows;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Appointments and the texts about them on a real PostgreSQL, with a clock that tests set. */
public abstract class ReminderKit {

  protected static final AgentId CLAIRE = new AgentId("claire");
  protected static final Recipient PERSON =
      new Recipient(new CallerKey("ab".repeat(32)), new PhoneNumber("+33639981278"));
  protected static final Reach AGREED = new Reach(PERSON, true, Discretion.NORMAL, "fr");
  protected static final Cipher CIPHER =
      new Cipher(List.of("a-secret-that-is-long-enough-for-tests"));

  protected final ListingProvider provider = new ListingProvider();
  protected volatile Instant now = at("2026-11-20T10:00");
  protected Database database;
  protected String site;
  protected MessageFeature messages;
  protected AppointmentFeature feature;

  static AppointmentFeature.Texts texts(
      Database over, Cipher cipher, InstantSource clock, SmsGateway provider) {
    return new AppointmentFeature.Texts(
        messages(over, cipher, clock, provider), ReminderRules.DEFAULT, "04 65 71 00 00", true);
  }

  private static MessageFeature messages(
      Database over, Cipher cipher, InstantSource clock, SmsGateway provider) {
    return new MessageFeature(
        new MessageFeature.Ground(over, cipher, clock, new SimpleMeterRegistry()),
        new MessageFeature.Settings(
            Templates.read(Path.of("../config/texts")),
            DistressWords.read(Path.of("../config/distress.txt")),
            "04 65 71 00 00",
            ScheduleSamples.PARIS,
            AllowedHours.DEFAULT),
        provider);
  }

  @BeforeEach
  void openTheHouse() {
    database = new Database(TestServers.emptyDatabase());
    database.migrate();
    PlaceRows.add(database, PlaceSamples.groups(1, 2));
    site = PlaceSamples.groups(1, 2).getFirst().site().siteId();
    restart();
  }

  /** Another process over the same records. */
  protected void restart() {
    AppointmentFeature.Texts texts = texts(database, CIPHER, () -> now, provider);
    messages = texts.messages();
    feature =
        new AppointmentFeature(
            new AppointmentFeature.Ground(
                database,
                CIPHER,
                new JdbcAuditTrail(database),
                () -> now,
                ScheduleSamples.PARIS,
                new SimpleMeterRegistry()),
            texts);
  }

  @AfterEach
  void closeTheHouse() {
    database.close();
  }

  protected static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ScheduleSamples.PARIS).toInstant();
  }

  protected Schedule open(ScheduleSamples sample) {
    Schedule schedule = sample.at(site).from("2026-11-01");
    feature.keepSchedules().begin(schedule, CLAIRE);
    return schedule;
  }

  /** Received every day of the year, from six in the morning to eleven at night. */
  protected Schedule openAllDay() {
    return open(ScheduleSamples.open("FREQ=DAILY", "06:00", "23:00", 30).seats(200));
  }

  protected Appointment booked(Schedule schedule, Instant startsAt, Reach reach) {
    return noted(
        feature
            .bookAppointment()
            .run(
                new BookAppointment.Wish(
                    new AppointmentId(UUID.randomUUID()),
                    schedule.scheduleId(),
                    startsAt,
                    null,
                    "Mme K.",
                    reach),
                CLAIRE));
  }

  protected static Appointment noted(AppointmentResult result) {
    if (result instanceof AppointmentResult.Noted(Appointment appointment)) {
      return appointment;
    }
    throw new AssertionError(result);
  }

  protected void mark(Appointment appointment, AppointmentStatus status) {
    noted(feature.markAppointment().run(appointment.appointmentId(), status, CLAIRE));
  }

  /** Whatever is due now is done, rounds after rounds. */
  protected void work() {
    for (int round = 0; round < 3; round++) {
      messages.work();
    }
  }

  /** Time passes to this moment, with a look every hour. */
  protected void until(Instant moment) {
    while (now.isBefore(moment)) {
      Instant next = now.plus(Duration.ofHours(1));
      now = next.isAfter(moment) ? moment : next;
      work();
    }
  }

  protected long count(String sql) {
    return database.with(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
