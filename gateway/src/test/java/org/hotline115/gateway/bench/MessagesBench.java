package org.hotline115.gateway.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.AppointmentResult;
import org.hotline115.callflow.appointment.BookAppointment;
import org.hotline115.callflow.appointment.DateRule;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.appointment.ReceptionKind;
import org.hotline115.callflow.appointment.ReminderRules;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.Recipient;

/**
 * Reminders of a great many future appointments: how many are planned a second, how many are handed
 * to a provider that takes them at once and noted as sent, against a bare loop that claims rows by
 * {@code SKIP LOCKED} and marks each, how late the last of a hundred leaves, and how long a signed
 * webhook waits while thousands write.
 */
public final class MessagesBench {

  private static final ZoneId PARIS = TextGround.PARIS;
  private static final int GATEWAYS = 2;

  /**
   * How much of each.
   *
   * @param future reminders that wait for their day meanwhile
   * @param due texts handed out at once
   * @param timely texts that become due one after the other
   * @param seconds how long is booked, and half as long as those become due
   * @param stormSeconds how long people write, 5,000 a minute
   */
  record Size(int future, int due, int timely, int seconds, int stormSeconds) {

    static final Size FULL = new Size(1_000_000, 20_000, 500, 5, 60);
  }

  private final BenchLine line;
  private final Size size;
  private final TextGround ground = new TextGround();

  MessagesBench(BenchLine line, Size size) {
    this.line = line;
    this.size = size;
  }

  public static void main(String[] arguments) throws Exception {
    new MessagesBench(BenchLine.alone("messages", arguments), Size.FULL).run();
    System.exit(0); // the embedded PostgreSQL ends with the JVM
  }

  void run() throws Exception {
    try (ground) {
      ground.future(size.future());
      line.measured("future_reminders", size.future(), "");
      plan();
      new HandOut(line, ground, GATEWAYS).of(size.due());
      beTimely();
      new WebhookStorm(line, ground).lasting(size.stormSeconds());
      System.gc();
      System.gc();
      line.measured(
          "memory_mb",
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
          "MB");
    }
  }

  /** Booking writes a confirmation and two reminders, with their audit rows, in one transaction. */
  private void plan() throws Exception {
    AppointmentFeature feature = appointments();
    Schedule schedule = schedule(feature);
    Instant first = LocalDate.now(PARIS).plusDays(20).atTime(8, 0).atZone(PARIS).toInstant();
    long started = System.nanoTime();
    long end = started + size.seconds() * 1_000_000_000L;
    List<Integer> booked =
        Sampled.inParallel(
            GATEWAYS,
            () -> {
              int done = 0;
              while (System.nanoTime() < end) {
                Instant startsAt =
                    first.plus(Duration.ofDays(ground.numbers.incrementAndGet() % 300));
                if (feature.bookAppointment().run(wish(schedule, startsAt), new AgentId("claire"))
                    instanceof AppointmentResult.Noted) {
                  done++;
                }
              }
              return done;
            });
    int all = booked.stream().mapToInt(Integer::intValue).sum();
    if (all == 0) {
      throw new IllegalStateException("nobody was booked");
    }
    line.measured("planned_per_s", 2.0 * all * 1e9 / (System.nanoTime() - started), "1/s");
    ground.database.with(handle -> handle.execute("DELETE FROM message WHERE due_at <= now()"));
  }

  private BookAppointment.Wish wish(Schedule schedule, Instant startsAt) {
    Recipient person =
        new Recipient(
            new CallerKey("%064x".formatted(ground.numbers.get())),
            new PhoneNumber("+33639981278"));
    return new BookAppointment.Wish(
        new AppointmentId(UUID.randomUUID()),
        schedule.scheduleId(),
        startsAt,
        null,
        "",
        new Reach(person, true, Discretion.NORMAL, "fr"));
  }

  private AppointmentFeature appointments() {
    return new AppointmentFeature(
        new AppointmentFeature.Ground(
            ground.database,
            ground.cipher,
            new JdbcAuditTrail(ground.database),
            InstantSource.system(),
            PARIS,
            new SimpleMeterRegistry()),
        new AppointmentFeature.Texts(
            ground.messages(), ReminderRules.DEFAULT, "04 65 71 00 00", true));
  }

  private Schedule schedule(AppointmentFeature feature) {
    ground.database.with(handle ->
        handle.execute(
            "INSERT INTO site VALUES ('bench', 'O', 'Site', 'Montpellier', '34172', '1 rue', false, '')"));
    Schedule schedule =
        new Schedule(
            new ScheduleId(UUID.randomUUID()),
            "bench",
            "premier accueil",
            ReceptionKind.APPOINTMENT,
            new DateRule("FREQ=DAILY"),
            LocalDate.now(PARIS),
            null,
            Set.of(),
            null,
            LocalTime.of(8, 0),
            LocalTime.NOON,
            30,
            Schedule.CAPACITY_MAX,
            List.of("fr"),
            PARIS);
    feature.keepSchedules().begin(schedule, new AgentId("nadia"));
    return schedule;
  }

  private void beTimely() throws Exception {
    Duration within = Duration.ofSeconds(2L * size.seconds());
    Map<UUID, Instant> due;
    try (MessageFeature one = ground.messages();
        MessageFeature two = ground.messages()) {
      one.start();
      two.start();
      ground.provider.times.clear();
      int before = ground.provider.taken.get();
      due = ground.due(size.timely(), within);
      BoardGround.await(
          "all have left", () -> ground.provider.taken.get() >= before + size.timely());
    }
    line.measured(
        "due_to_sent_p99_ms",
        new Sampled(
                0,
                ground.provider.times.stream()
                    .mapToDouble(
                        late -> Duration.between(due.get(late.id()), late.at()).toNanos() / 1e6)
                    .toArray())
            .p99(),
        "ms");
  }
}
