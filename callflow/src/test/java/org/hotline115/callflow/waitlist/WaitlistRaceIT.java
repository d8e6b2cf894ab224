package org.hotline115.callflow.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.appointment.AppointmentStatus.EXCUSED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.AppointmentResult;
import org.hotline115.callflow.appointment.BookAppointment;
import org.hotline115.callflow.appointment.MoveAppointment;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.appointment.Schedule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents, people who answer and the deadline at once: no seat is two people's, none is lost. */
class WaitlistRaceIT extends WaitlistKit {

  private static final Instant HOUR = at("2026-11-24T09:30");
  private static final int AT_ONCE = 8;

  /** What is true whenever nobody is in the middle of something. */
  private void holds() {
    assertThat(
            count(
                "SELECT count(*) FROM (SELECT schedule_id, starts_at, seat FROM appointment WHERE"
                    + " status NOT IN ('EXCUSED', 'REVOKED') UNION ALL SELECT schedule_id,"
                    + " starts_at, seat FROM held_seat) AS x GROUP BY schedule_id, starts_at HAVING"
                    + " count(*) > 1 UNION ALL SELECT 0 ORDER BY 1 DESC LIMIT 1"))
        .as("seats that are two people's")
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM slot_offer o FULL JOIN held_seat h ON h.held_for = o.offer_id"
                    + " WHERE (o.status = 'OPEN') IS DISTINCT FROM (h.held_for IS NOT NULL)"))
        .as("open offers without their seat, seats without their offer")
        .isZero();
    assertThat(
            count(
                "SELECT count(*) FROM waiting w FULL JOIN (SELECT * FROM slot_offer WHERE status ="
                    + " 'OPEN') o ON w.open_offer = o.offer_id AND w.wait_id = o.wait_id WHERE"
                    + " (w.open_offer IS NULL) <> (o.offer_id IS NULL) OR w.wait_id IS NULL"))
        .as("people whose offer is not theirs")
        .isZero();
  }

  private <T> List<T> together(List<Callable<T>> acts) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(acts, 60, TimeUnit.SECONDS)) {
        results.add(each.get());
      }
      return results;
    }
  }

  private AppointmentResult book(Schedule schedule, Instant startsAt) {
    return feature
        .bookAppointment()
        .run(
            new BookAppointment.Wish(
                new AppointmentId(UUID.randomUUID()),
                schedule.scheduleId(),
                startsAt,
                null,
                "M. D.",
                Reach.NONE),
            CLAIRE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void anAnswerAtTheDeadlineAndAgentsWhoWantTheHourLeaveOneWinner(int run) throws Exception {
    Schedule schedule = mornings();
    waits("Mme A.", agreed(FIRST));
    waits("Mme B.", agreed(SECOND));
    mark(booked(schedule, HOUR, Reach.NONE), EXCUSED);
    OfferId first = offer().offerId();
    now = offer().answerBefore();
    WaitlistFeature second = waitlist(database, feature, messages, true);

    together(
        List.of(
            () -> waitlist.offerSeats().answer(first, true, CLAIRE),
            () -> second.offerSeats().answer(first, true, CLAIRE),
            () -> lapsed(waitlist),
            () -> lapsed(second),
            () -> book(schedule, HOUR),
            () -> book(schedule, HOUR)));

    holds();
    boolean isTaken = day("2026-11-24").size() == 1;
    assertThat(day("2026-11-24").size() + offers().size()).isEqualTo(1);
    assertThat(isTaken ? day("2026-11-24").getFirst().name() : asked())
        .isEqualTo(isTaken ? "Mme A." : "Mme B.");
  }

  private static String lapsed(WaitlistFeature over) {
    over.lapseOffers().run();
    return "lapsed";
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 23, 42})
  void whateverHappensAtOnceNoSeatIsTwoPeoplesAndNoneIsLost(long seed) throws Exception {
    Random random = new Random(seed);
    Schedule schedule = mornings();
    List<Appointment> taken = new ArrayList<>();
    for (int slot = 0; slot < 6; slot++) {
      Instant startsAt = at("2026-11-24T09:00").plus(Duration.ofMinutes(30L * slot));
      taken.add(booked(schedule, startsAt, Reach.NONE));
    }
    for (int each = 0; each < 4; each++) {
      waits("P" + each, Reach.NONE);
    }
    for (Appointment later : taken.subList(3, 6)) {
      waitsForEarlier(later);
    }
    for (int round = 0; round < 12; round++) {
      List<Callable<String>> acts = new ArrayList<>();
      for (int each = 0; each < AT_ONCE; each++) {
        acts.add(act(schedule, taken, random.nextInt(6), random.nextInt(7), random.nextBoolean()));
      }
      together(acts);
      holds();
      now = now.plus(Duration.ofMinutes(random.nextInt(100)));
    }
    lapsed(waitlist);

    int served = day("2026-11-24").size();
    int free = 0;
    for (int slot = 0; slot < 6; slot++) {
      free += free(at("2026-11-24T09:00").plus(Duration.ofMinutes(30L * slot)));
    }
    assertThat(served + offers().size() + free).as("seats of the day").isEqualTo(6);
    assertThat(count("SELECT count(*) FROM waiting WHERE ended_at IS NOT NULL AND ending = 'LEFT'"))
        .isZero();
  }

  private Callable<String> act(
      Schedule schedule, List<Appointment> taken, int which, int what, boolean says) {
    Instant startsAt = at("2026-11-24T09:00").plus(Duration.ofMinutes(30L * which));
    AppointmentId id = taken.get(which).appointmentId();
    return () ->
        String.valueOf(
            switch (what) {
              case 0 -> feature.markAppointment().run(id, EXCUSED, CLAIRE);
              case 1 -> book(schedule, startsAt);
              case 2 ->
                  feature
                      .moveAppointment()
                      .run(id, new MoveAppointment.To(schedule.scheduleId(), startsAt), CLAIRE);
              case 3 -> lapsed(waitlist);
              default ->
                  offers().stream()
                      .skip(which % 2)
                      .findFirst()
                      .map(open ->
                          waitlist.offerSeats().answer(open.offer().offerId(), says, CLAIRE));
            });
  }
}
