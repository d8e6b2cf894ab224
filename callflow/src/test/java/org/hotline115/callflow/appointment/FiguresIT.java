package org.hotline115.callflow.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The indicators of a random month are what a plain count of the same month says. */
class FiguresIT extends ReminderKit {

  private static final Instant FROM = at("2026-11-01T00:00");
  private static final Instant UNTIL = at("2026-12-01T00:00");

  private record Row(
      UUID id,
      boolean isWalkIn,
      String status,
      Instant startsAt,
      Instant bookedAt,
      Instant changedAt,
      boolean agreed,
      boolean reminded) {

    Instant endsAt() {
      return startsAt.plus(Duration.ofMinutes(30));
    }
  }

  private static final List<String> ENDS =
      List.of("SEEN", "SEEN", "SEEN", "NOSHOW", "EXCUSED", "REVOKED", "BOOKED", "ARRIVED");

  private static Row row(Random random) {
    Instant startsAt = FROM.minus(Duration.ofDays(3)).plus(Duration.ofHours(random.nextInt(840)));
    boolean isWalkIn = random.nextInt(5) == 0;
    boolean agreed = !isWalkIn && random.nextBoolean();
    return new Row(
        UUID.randomUUID(),
        isWalkIn,
        isWalkIn ? "SEEN" : ENDS.get(random.nextInt(ENDS.size())),
        startsAt,
        startsAt.minus(Duration.ofHours(1 + random.nextInt(400))),
        startsAt.minus(Duration.ofHours(random.nextInt(10))),
        agreed,
        agreed && random.nextInt(3) > 0);
  }

  private void insert(Row row, Schedule schedule, int seat) {
    database.with(handle ->
        handle.execute(
            """
            INSERT INTO appointment (appointment_id, kind, site_id, schedule_id, seat, starts_at,
              ends_at, zone, status, booked_by, booked_at, changed_by, changed_at, number_key,
              sealed_number, sms_agreed)
            VALUES (?, ?, ?, ?, ?, ?, ?, 'Europe/Paris', ?, 'a', ?, 'a', ?, ?, ?, ?)
            """,
            row.id(),
            row.isWalkIn() ? "WALK_IN" : "APPOINTMENT",
            site,
            row.isWalkIn() ? null : schedule.scheduleId().value(),
            row.isWalkIn() ? null : seat,
            row.startsAt(),
            row.endsAt(),
            row.status(),
            row.bookedAt(),
            row.changedAt(),
            row.agreed() ? "ab".repeat(32) : null,
            row.agreed() ? new byte[] {1} : null,
            row.agreed()));
    if (row.reminded()) {
      text(row, "APPT_REMINDER_48H", "DELIVERED");
    }
  }

  private void text(Row row, String template, String status) {
    database.with(handle ->
        handle.execute(
            """
            INSERT INTO message (message_id, cause, template, language, agent, recipient_key,
              segments, status, created_at, not_after, sent_at, appointment_id)
            VALUES (?, ?, ?, 'fr', 'service', ?, 1, ?, ?, ?, ?, ?)
            """,
            UUID.randomUUID(),
            template + row.id(),
            template,
            row.id().toString().replace("-", "").repeat(2),
            status,
            row.bookedAt(),
            row.startsAt(),
            row.bookedAt(),
            row.id()));
  }

  @Test
  void aRandomMonthIsCountedAsAPlainCountSays() {
    Schedule schedule = openAllDay();
    now = at("2026-11-25T12:00");
    Random random = new Random(115);
    List<Row> all = new ArrayList<>();
    for (int each = 0; each < 180; each++) {
      Row row = row(random);
      all.add(row);
      insert(row, schedule, each + 1);
    }

    AppointmentFigures figures = feature.figures(FROM, UNTIL);

    List<Row> month =
        all.stream()
            .filter(row -> !row.startsAt().isBefore(FROM) && row.startsAt().isBefore(UNTIL))
            .toList();
    long seen = count(month, row -> !row.isWalkIn() && row.status().equals("SEEN"));
    long missed = count(month, row -> row.status().equals("NOSHOW"));
    long excused = count(month, row -> row.status().equals("EXCUSED"));
    long walkIns = count(month, Row::isWalkIn);
    assertThat(List.of(seen, missed, excused, walkIns)).noneMatch(number -> number == 0);
    assertThat(figures.noShow()).isEqualTo(new Rate(missed, seen + missed));
    assertThat(figures.excused()).isEqualTo(new Rate(excused, seen + missed + excused));
    assertThat(figures.walkIn()).isEqualTo(new Rate(walkIns, walkIns + seen));
    assertThat(figures.excusedEarly())
        .isEqualTo(
            new Rate(
                count(
                    month,
                    row ->
                        row.status().equals("EXCUSED")
                            && !row.changedAt().isAfter(row.startsAt().minus(Duration.ofHours(4)))),
                excused));
    assertThat(figures.unknownPast())
        .isEqualTo(
            new Rate(
                count(
                    month,
                    row ->
                        List.of("BOOKED", "ARRIVED").contains(row.status())
                            && !row.endsAt().isAfter(now)),
                count(month, row -> !row.isWalkIn() && !row.endsAt().isAfter(now))));
    assertThat(figures.missedReminded()).isEqualTo(missed(month, Row::reminded));
    assertThat(figures.missedUnreminded())
        .isEqualTo(missed(month, row -> row.agreed() && !row.reminded()));
    double[] leads =
        month.stream()
            .filter(row -> !row.isWalkIn())
            .mapToDouble(row -> Duration.between(row.bookedAt(), row.startsAt()).toHours() / 24.0)
            .sorted()
            .toArray();
    double median = (leads[(leads.length - 1) / 2] + leads[leads.length / 2]) / 2;
    assertThat(figures.leadDays().orElseThrow()).isCloseTo(median, within(0.0001));
  }

  private static Rate missed(List<Row> month, Predicate<Row> whose) {
    long missed = count(month, row -> whose.test(row) && row.status().equals("NOSHOW"));
    long seen =
        count(month, row -> whose.test(row) && !row.isWalkIn() && row.status().equals("SEEN"));
    return new Rate(missed, missed + seen);
  }

  private static long count(List<Row> rows, Predicate<Row> which) {
    return rows.stream().filter(which).count();
  }

  @Test
  void aSeatThatSomebodyElseGotIsRecovered() {
    Schedule schedule = openAllDay();
    Appointment one = booked(schedule, at("2026-11-26T10:00"), Reach.NONE);
    Appointment two = booked(schedule, at("2026-11-26T10:30"), Reach.NONE);
    now = at("2026-11-21T10:00");
    mark(one, AppointmentStatus.EXCUSED);
    mark(two, AppointmentStatus.REVOKED);
    booked(schedule, at("2026-11-26T10:00"), Reach.NONE);

    assertThat(feature.figures(FROM, UNTIL).slotRecovery()).isEqualTo(new Rate(1, 2));
  }

  @Test
  void textsAreCountedByWhatBecameOfThem() {
    Schedule schedule = openAllDay();
    now = at("2026-11-25T12:00");
    List<Row> rows = new ArrayList<>();
    for (int each = 0; each < 4; each++) {
      Row row =
          new Row(
              UUID.randomUUID(),
              false,
              "BOOKED",
              at("2026-11-26T10:00"),
              at("2026-11-20T10:00"),
              at("2026-11-20T10:00"),
              true,
              each < 2);
      rows.add(row);
      insert(row, schedule, each + 1);
    }
    text(rows.get(0), "APPT_ACK_YES", "DELIVERED");
    text(rows.get(2), "APPT_REMINDER_48H", "UNDELIVERED");
    text(rows.get(3), "APPT_REMINDER_48H", "SENT");
    database.with(handle ->
        handle.execute(
            "INSERT INTO sms_opt_out (recipient_key, purpose, at, via) VALUES (?, 'APPOINTMENT', ?, 'SMS'), (?, 'SURVEY', ?, 'SMS')",
            "ab".repeat(32),
            now,
            "ab".repeat(32),
            now));

    AppointmentFigures figures = feature.figures(FROM, UNTIL);

    assertThat(figures.delivered()).isEqualTo(new Rate(3, 5));
    assertThat(figures.answered()).isEqualTo(new Rate(1, 2));
    assertThat(figures.refused()).isEqualTo(new Rate(1, 4));
  }

  @Test
  void whereThereIsNothingThereIsNoRate() {
    AppointmentFigures figures = feature.figures(FROM, UNTIL);

    assertThat(figures.noShow().value()).isEmpty();
    assertThat(figures.noShow().interval()).isEmpty();
    assertThat(figures.leadDays()).isEmpty();
    assertThat(figures.reminderEffect()).isEmpty();
    assertThat(figures.isNoShowReliable()).isTrue();
  }

  /** The example of the domain page: 25 and 6 of 100. */
  @Test
  void theIntervalIsThatOfWilson() {
    assertThat(new Rate(25, 100).interval().orElseThrow().low()).isCloseTo(0.175, within(0.001));
    assertThat(new Rate(25, 100).interval().orElseThrow().high()).isCloseTo(0.343, within(0.001));
    assertThat(new Rate(6, 100).interval().orElseThrow().low()).isCloseTo(0.028, within(0.001));
    assertThat(new Rate(6, 100).interval().orElseThrow().high()).isCloseTo(0.125, within(0.001));
  }
}
