package org.hotline115.callflow.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.appointment.ScheduleSamples.PARIS;
import static org.hotline115.callflow.appointment.ScheduleSamples.open;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.line.Holidays;
import org.hotline115.callflow.place.PlaceRows;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Seats are promised, moved and given back on a real PostgreSQL, by two gateways at once. */
class AppointmentIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");
  private static final Cipher CIPHER =
      new Cipher(List.of("a-secret-that-is-long-enough-for-tests"));
  private static final Instant NOW = at("2026-11-26T12:00");

  private Database.Settings settings;
  private Database database;
  private Database second;
  private String site;
  private Instant now = NOW;

  @BeforeEach
  void openTheHouse() {
    settings = TestServers.emptyDatabase();
    database = new Database(settings);
    database.migrate();
    second = new Database(settings);
    PlaceRows.add(database, PlaceSamples.groups(1, 2));
    site = PlaceSamples.groups(1, 2).getFirst().site().siteId();
  }

  @AfterEach
  void closeTheHouse() {
    database.close();
    second.close();
  }

  private AppointmentFeature feature(Database over) {
    return new AppointmentFeature(
        new AppointmentFeature.Ground(
            over, CIPHER, new JdbcAuditTrail(over), () -> now, PARIS, new SimpleMeterRegistry()),
        ReminderKit.texts(over, CIPHER, () -> now, new ListingProvider()));
  }

  private AppointmentFeature feature() {
    return feature(database);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  private Schedule begun(ScheduleSamples sample) {
    Schedule schedule = sample.at(site).from("2026-11-01");
    assertThat(feature().keepSchedules().begin(schedule, CLAIRE))
        .isEqualTo(new ScheduleResult.Kept(schedule));
    return schedule;
  }

  private Schedule mornings(int seats) {
    return begun(open("FREQ=DAILY", "09:00", "12:00", 30).seats(seats));
  }

  private static BookAppointment.Wish wish(Schedule schedule, String local) {
    return new BookAppointment.Wish(
        new AppointmentId(UUID.randomUUID()),
        schedule.scheduleId(),
        at(local),
        null,
        "Mme K.",
        Reach.NONE);
  }

  private Appointment booked(BookAppointment.Wish wish) {
    return noted(feature().bookAppointment().run(wish, CLAIRE));
  }

  private static Appointment noted(AppointmentResult result) {
    assertThat(result).isInstanceOf(AppointmentResult.Noted.class);
    return ((AppointmentResult.Noted) result).appointment();
  }

  private int free(Schedule schedule, String local) {
    return feature().readAppointments().slots(site, at(local), at(local).plusSeconds(1)).stream()
        .filter(slot -> slot.schedule().scheduleId().equals(schedule.scheduleId()))
        .findFirst()
        .orElseThrow()
        .free();
  }

  private long count(String sql) {
    return database.with(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  @Test
  void aBookedSlotIsTakenAndTheNameIsSealed() {
    Schedule schedule = mornings(2);
    BookAppointment.Wish wish = wish(schedule, "2026-11-27T09:30");

    Appointment appointment = booked(wish);

    assertThat(appointment.status()).isEqualTo(AppointmentStatus.BOOKED);
    assertThat(appointment.time().endsAt()).isEqualTo(at("2026-11-27T10:00"));
    assertThat(appointment.name()).isEqualTo("Mme K.");
    assertThat(free(schedule, "2026-11-27T09:30")).isEqualTo(1);
    assertThat(free(schedule, "2026-11-27T09:00")).isEqualTo(2);
    assertThat(
            count(
                "SELECT count(*) FROM appointment WHERE position('Mme' in encode(sealed_name, 'escape')) > 0"))
        .isZero();
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'APPOINTMENT_BOOKED'"))
        .isEqualTo(1);
  }

  @Test
  void bookingTwiceBooksOnceAndAnIdIsOnePersons() {
    Schedule schedule = mornings(2);
    BookAppointment.Wish wish = wish(schedule, "2026-11-27T09:30");
    Appointment first = booked(wish);

    assertThat(booked(wish)).isEqualTo(first);
    assertThat(feature().bookAppointment().run(wish, KARIM))
        .isInstanceOf(AppointmentResult.OtherAppointment.class);
    assertThat(free(schedule, "2026-11-27T09:30")).isEqualTo(1);
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'APPOINTMENT_BOOKED'"))
        .isEqualTo(1);
  }

  @Test
  void whatIsNoSlotOrPastOrForWalkInsIsNotBooked() {
    Schedule schedule = mornings(1);
    Schedule walkIn =
        open("FREQ=DAILY", "09:00", "12:00", 30).at(site).of(ReceptionKind.WALK_IN, "2026-11-01");
    feature().keepSchedules().begin(walkIn, CLAIRE);

    for (BookAppointment.Wish wish :
        List.of(
            wish(schedule, "2026-11-27T09:10"),
            wish(schedule, "2026-11-27T12:00"),
            wish(schedule, "2026-11-26T11:30"),
            wish(walkIn, "2026-11-27T09:30"),
            wish(
                open("FREQ=DAILY", "09:00", "12:00", 30).from("2026-11-01"), "2026-11-27T09:30"))) {
      assertThat(feature().bookAppointment().run(wish, CLAIRE))
          .isInstanceOf(AppointmentResult.NoSuchSlot.class);
    }
  }

  @Test
  void aCancelledSeatIsFreeAgainAndBothSidesMayCancel() {
    Schedule schedule = mornings(1);
    Appointment first = booked(wish(schedule, "2026-11-27T09:30"));
    assertThat(feature().bookAppointment().run(wish(schedule, "2026-11-27T09:30"), KARIM))
        .isInstanceOf(AppointmentResult.Full.class);

    MarkAppointment mark = feature().markAppointment();
    assertThat(noted(mark.run(first.appointmentId(), AppointmentStatus.EXCUSED, KARIM)).changedBy())
        .isEqualTo(KARIM);
    Appointment next = booked(wish(schedule, "2026-11-27T09:30"));
    noted(mark.run(next.appointmentId(), AppointmentStatus.REVOKED, CLAIRE));

    assertThat(free(schedule, "2026-11-27T09:30")).isEqualTo(1);
    assertThat(mark.run(next.appointmentId(), AppointmentStatus.CONFIRMED, CLAIRE))
        .isInstanceOf(AppointmentResult.NotNow.class);
  }

  @Test
  void movingGivesUpTheOldSeatOnlyWhenTheNewOneIsHad() {
    Schedule schedule = mornings(1);
    Appointment mine = booked(wish(schedule, "2026-11-27T09:00"));
    booked(wish(schedule, "2026-11-27T09:30"));
    MoveAppointment move = feature().moveAppointment();

    assertThat(
            move.run(
                mine.appointmentId(),
                new MoveAppointment.To(schedule.scheduleId(), at("2026-11-27T09:30")),
                CLAIRE))
        .isInstanceOf(AppointmentResult.Full.class);
    assertThat(free(schedule, "2026-11-27T09:00")).isZero();

    MoveAppointment.To free = new MoveAppointment.To(schedule.scheduleId(), at("2026-11-27T10:00"));
    Appointment moved = noted(move.run(mine.appointmentId(), free, CLAIRE));

    assertThat(moved.moves()).isEqualTo(1);
    assertThat(noted(move.run(mine.appointmentId(), free, CLAIRE))).isEqualTo(moved);
    assertThat(free(schedule, "2026-11-27T09:00")).isEqualTo(1);
    assertThat(free(schedule, "2026-11-27T10:00")).isZero();
  }

  @Test
  void theDaySaysWhoCameWhoDidNotAndWhoJustWalkedIn() {
    Schedule schedule = mornings(3);
    Appointment came = booked(wish(schedule, "2026-11-27T09:00"));
    Appointment missed = booked(wish(schedule, "2026-11-27T09:00"));
    MarkAppointment mark = feature().markAppointment();
    assertThat(mark.run(came.appointmentId(), AppointmentStatus.SEEN, CLAIRE))
        .isInstanceOf(AppointmentResult.NotNow.class);
    now = at("2026-11-27T08:50");
    noted(mark.run(came.appointmentId(), AppointmentStatus.ARRIVED, CLAIRE));
    assertThat(mark.run(missed.appointmentId(), AppointmentStatus.NOSHOW, CLAIRE))
        .isInstanceOf(AppointmentResult.NotNow.class);
    now = at("2026-11-27T09:40");
    noted(mark.run(came.appointmentId(), AppointmentStatus.SEEN, CLAIRE));
    noted(mark.run(missed.appointmentId(), AppointmentStatus.NOSHOW, CLAIRE));
    AppointmentId visit = new AppointmentId(UUID.randomUUID());
    noted(feature().countWalkIn().run(visit, site, "", CLAIRE));
    noted(feature().countWalkIn().run(visit, site, "", CLAIRE));

    assertThat(feature().readAppointments().day(site, LocalDate.parse("2026-11-27")))
        .extracting(Appointment::status)
        .containsExactlyInAnyOrder(
            AppointmentStatus.SEEN, AppointmentStatus.NOSHOW, AppointmentStatus.SEEN);
    noted(mark.run(visit, AppointmentStatus.REVOKED, CLAIRE));
    assertThat(
            feature()
                .countWalkIn()
                .run(new AppointmentId(UUID.randomUUID()), "nowhere", "", CLAIRE))
        .isInstanceOf(AppointmentResult.NoSuchSite.class);
  }

  @Test
  void aPastHourOfWhichNobodySaidAnythingIsUnknown() {
    Appointment appointment = booked(wish(mornings(1), "2026-11-27T09:00"));

    assertThat(appointment.isUnknownPast(at("2026-11-27T09:29"))).isFalse();
    assertThat(appointment.isUnknownPast(at("2026-11-27T09:30"))).isTrue();
  }

  @Test
  void aScheduleEndsOnlyWhenNobodyIsExpectedAfterwards() {
    Schedule schedule = mornings(1);
    Appointment later = booked(wish(schedule, "2026-12-10T09:00"));
    KeepSchedules keep = feature().keepSchedules();

    assertThat(keep.end(schedule.scheduleId(), LocalDate.parse("2026-12-09"), KARIM))
        .isEqualTo(new ScheduleResult.StillExpected(1));
    feature().markAppointment().run(later.appointmentId(), AppointmentStatus.REVOKED, KARIM);
    assertThat(keep.end(schedule.scheduleId(), LocalDate.parse("2026-12-09"), KARIM))
        .isInstanceOf(ScheduleResult.Kept.class);

    assertThat(feature().bookAppointment().run(wish(schedule, "2026-12-10T09:00"), KARIM))
        .isInstanceOf(AppointmentResult.NoSuchSlot.class);
    assertThat(
            feature()
                .readAppointments()
                .slots(site, at("2026-12-09T09:00"), at("2026-12-11T00:00")))
        .hasSize(6);
  }

  @Test
  void aSingleDayIsClosedWhenNobodyIsExpectedOnItAndOpenedAgain() {
    Schedule schedule = mornings(1);
    Appointment promised = booked(wish(schedule, "2026-12-10T09:00"));
    KeepSchedules keep = feature().keepSchedules();
    LocalDate day = LocalDate.parse("2026-12-10");

    assertThat(keep.closeOn(schedule.scheduleId(), day, KARIM))
        .isEqualTo(new ScheduleResult.StillExpected(1));
    feature().markAppointment().run(promised.appointmentId(), AppointmentStatus.REVOKED, KARIM);
    for (int twice = 0; twice < 2; twice++) {
      assertThat(keep.closeOn(schedule.scheduleId(), day, KARIM))
          .isInstanceOfSatisfying(
              ScheduleResult.Kept.class,
              kept -> assertThat(kept.schedule().closedOn()).containsExactly(day));
    }

    assertThat(feature().bookAppointment().run(wish(schedule, "2026-12-10T09:00"), KARIM))
        .isInstanceOf(AppointmentResult.NoSuchSlot.class);
    assertThat(free(schedule, "2026-12-09T09:00")).as("its neighbour").isEqualTo(1);
    for (int twice = 0; twice < 2; twice++) {
      assertThat(keep.openOn(schedule.scheduleId(), day, KARIM))
          .isInstanceOfSatisfying(
              ScheduleResult.Kept.class, kept -> assertThat(kept.schedule().closedOn()).isEmpty());
    }
    booked(wish(schedule, "2026-12-10T09:00"));
    assertThat(
            count(
                "SELECT count(*) FROM audit_event"
                    + " WHERE action IN ('SCHEDULE_CLOSED', 'SCHEDULE_OPENED')"))
        .isEqualTo(2);
    assertThat(keep.closeOn(new ScheduleId(UUID.randomUUID()), day, KARIM))
        .isInstanceOf(ScheduleResult.NoSuchSchedule.class);
  }

  @Test
  void aScheduleIsKeptAsItWasSaid() {
    Schedule schedule =
        open("FREQ=WEEKLY;BYDAY=MO", "09:00", "12:00", 45)
            .closed(Holidays.REUNION, "2026-12-24", "2026-12-31")
            .at(site)
            .from("2026-11-01");
    KeepSchedules keep = feature().keepSchedules();

    keep.begin(schedule, CLAIRE);

    assertThat(keep.begin(schedule, CLAIRE)).isEqualTo(new ScheduleResult.Kept(schedule));
    assertThat(feature().readAppointments().schedules(LocalDate.parse("2026-11-26")))
        .containsExactly(schedule);
    Schedule other =
        new ScheduleSamples(
                schedule.scheduleId().value(),
                site,
                "FREQ=DAILY",
                "09:00",
                "12:00",
                45,
                9,
                PARIS,
                null,
                Set.of())
            .from("2026-11-01");
    assertThat(keep.begin(other, CLAIRE)).isInstanceOf(ScheduleResult.OtherSchedule.class);
  }

  @Test
  void twoGatewaysUnderSiegePromiseEachSeatOnce() throws Exception {
    Schedule schedule = mornings(3);
    List<Callable<AppointmentResult>> siege = new ArrayList<>();
    for (int each = 0; each < 120; each++) {
      AppointmentFeature gateway = feature(each % 2 == 0 ? database : second);
      BookAppointment.Wish wish =
          wish(schedule, each % 3 == 0 ? "2026-11-27T09:00" : "2026-11-27T09:30");
      siege.add(() -> {
        AppointmentResult result = gateway.bookAppointment().run(wish, CLAIRE);
        while (result instanceof AppointmentResult.RecordsDown) {
          result = gateway.bookAppointment().run(wish, CLAIRE);
        }
        return result;
      });
    }

    Map<String, Integer> outcomes = new HashMap<>();
    for (AppointmentResult result : allOf(siege)) {
      outcomes.merge(result.getClass().getSimpleName(), 1, Integer::sum);
    }

    assertThat(outcomes).isEqualTo(Map.of("Noted", 6, "Full", 114));
    assertThat(count("SELECT count(DISTINCT (starts_at, seat)) FROM appointment")).isEqualTo(6);
  }

  /** Booking, moving and cancelling at random from both sides; what is left must add up. */
  @Test
  void whateverHappensAtOnceNoSeatIsTwoPersonsAndNoneIsLost() throws Exception {
    Schedule schedule = mornings(2);
    List<Instant> slots =
        schedule.slotsBetween(at("2026-11-27T00:00"), at("2026-11-28T00:00")).stream()
            .map(SlotTime::startsAt)
            .toList();
    List<Callable<AppointmentResult>> people = new ArrayList<>();
    for (int each = 0; each < 40; each++) {
      Random random = new Random(each);
      AppointmentFeature gateway = feature(each % 2 == 0 ? database : second);
      people.add(() -> live(gateway, schedule, slots, random));
    }

    allOf(people);

    assertThat(
            count(
                "SELECT count(*) FROM (SELECT 1 FROM appointment WHERE status NOT IN ('EXCUSED', 'REVOKED')"
                    + " GROUP BY starts_at HAVING count(*) > 2 OR max(seat) > 2) too_many"))
        .isZero();
    for (Instant slot : slots) {
      long taken =
          database.with(handle ->
              handle
                  .createQuery(
                      "SELECT count(*) FROM appointment WHERE starts_at = :slot AND status = 'BOOKED'")
                  .bind("slot", slot)
                  .mapTo(Long.class)
                  .one());
      for (long seat = taken; seat < 2; seat++) {
        booked(
            new BookAppointment.Wish(
                new AppointmentId(UUID.randomUUID()),
                schedule.scheduleId(),
                slot,
                null,
                "",
                Reach.NONE));
      }
      assertThat(
              feature()
                  .bookAppointment()
                  .run(
                      new BookAppointment.Wish(
                          new AppointmentId(UUID.randomUUID()),
                          schedule.scheduleId(),
                          slot,
                          null,
                          "",
                          Reach.NONE),
                      KARIM))
          .isInstanceOf(AppointmentResult.Full.class);
    }
    assertThat(new JdbcAuditTrail(database).firstBrokenLink()).isEqualTo(OptionalLong.empty());
  }

  private AppointmentResult live(
      AppointmentFeature gateway, Schedule schedule, List<Instant> slots, Random random) {
    AppointmentId id = new AppointmentId(UUID.randomUUID());
    AppointmentResult last =
        gateway
            .bookAppointment()
            .run(
                new BookAppointment.Wish(
                    id,
                    schedule.scheduleId(),
                    slots.get(random.nextInt(slots.size())),
                    null,
                    "",
                    Reach.NONE),
                CLAIRE);
    for (int step = 0; step < 3; step++) {
      last =
          gateway
              .moveAppointment()
              .run(
                  id,
                  new MoveAppointment.To(
                      schedule.scheduleId(), slots.get(random.nextInt(slots.size()))),
                  CLAIRE);
    }
    return random.nextInt(3) == 0
        ? gateway.markAppointment().run(id, AppointmentStatus.EXCUSED, CLAIRE)
        : last;
  }

  private static List<AppointmentResult> allOf(List<Callable<AppointmentResult>> work)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<AppointmentResult> results = new ArrayList<>();
      for (Future<AppointmentResult> future : threads.invokeAll(work)) {
        results.add(future.get(Duration.ofSeconds(60).toSeconds(), TimeUnit.SECONDS));
      }
      return results;
    }
  }
}
