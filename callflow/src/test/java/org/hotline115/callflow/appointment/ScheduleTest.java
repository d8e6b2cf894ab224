package org.hotline115.callflow.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline115.callflow.appointment.ScheduleSamples.PARIS;
import static org.hotline115.callflow.appointment.ScheduleSamples.open;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hotline115.callflow.line.Holidays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  private static Instant paris(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  private static List<String> local(Schedule schedule, String from, String until) {
    return schedule.slotsBetween(paris(from), paris(until)).stream()
        .map(slot ->
            LocalDateTime.ofInstant(slot.startsAt(), schedule.zone())
                + "/"
                + LocalDateTime.ofInstant(slot.endsAt(), schedule.zone()).toLocalTime())
        .toList();
  }

  @Test
  void aMorningIsCutIntoWholeSlots() {
    Schedule mondays = open("FREQ=WEEKLY;BYDAY=MO", "09:00", "10:40", 30).from("2026-11-01");

    assertThat(local(mondays, "2026-11-30T00:00", "2026-12-07T00:00"))
        .containsExactly(
            "2026-11-30T09:00/09:30", "2026-11-30T09:30/10:00", "2026-11-30T10:00/10:30");
  }

  @Test
  void nobodyIsReceivedOnHolidaysAndClosedDays() {
    Schedule daily =
        open("FREQ=DAILY", "09:00", "10:00", 60)
            .closed(Holidays.FRANCE, "2026-12-24")
            .from("2026-11-01");

    assertThat(local(daily, "2026-12-23T00:00", "2026-12-27T00:00"))
        .containsExactly("2026-12-23T09:00/10:00", "2026-12-26T09:00/10:00");
  }

  @Test
  void theNightOfMarchHasNoSlotThatNoClockReads() {
    Schedule nights = open("FREQ=DAILY", "01:00", "04:00", 30).from("2027-01-01");

    assertThat(local(nights, "2027-03-28T00:00", "2027-03-29T00:00"))
        .containsExactly(
            "2027-03-28T01:00/01:30", "2027-03-28T03:00/03:30", "2027-03-28T03:30/04:00");
  }

  @Test
  void theNightOfOctoberHasEachSlotOnce() {
    Schedule nights = open("FREQ=DAILY", "01:00", "04:00", 30).from("2027-01-01");

    assertThat(local(nights, "2027-10-31T00:00", "2027-11-01T00:00"))
        .containsExactly(
            "2027-10-31T01:00/01:30",
            "2027-10-31T01:30/02:00",
            "2027-10-31T02:00/02:30",
            "2027-10-31T02:30/03:00",
            "2027-10-31T03:00/03:30",
            "2027-10-31T03:30/04:00");
  }

  @Test
  void anHourStaysTheSameHourOverBothClockNights() {
    Schedule daily = open("FREQ=DAILY", "09:00", "10:00", 60).from("2026-01-01");

    daily
        .slotsBetween(paris("2026-01-01T00:00"), paris("2028-01-01T00:00"))
        .forEach(slot ->
            assertThat(LocalDateTime.ofInstant(slot.startsAt(), PARIS).getHour()).isEqualTo(9));
  }

  /** Two years with a leap day and four clock nights, whatever the schedule and the zone. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void slotsOfTwoYearsNeverOverlapAndAreWhatTheClockSays(long seed) {
    Random random = new Random(seed);
    String[] rules = {
      "FREQ=DAILY",
      "FREQ=WEEKLY;BYDAY=SA,SU",
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO",
      "FREQ=MONTHLY;BYDAY=-1SU",
      "FREQ=MONTHLY;BYMONTHDAY=-1"
    };
    ZoneId[] zones = {PARIS, ZoneId.of("Indian/Reunion"), ZoneId.of("America/Miquelon")};
    for (int round = 0; round < 12; round++) {
      int opens = random.nextInt(4 * 60);
      int minutes = 5 + random.nextInt(120);
      Schedule schedule =
          open(
                  rules[random.nextInt(rules.length)],
                  time(opens),
                  time(opens + minutes + random.nextInt(600)),
                  minutes)
              .in(zones[random.nextInt(zones.length)])
              .closed(Holidays.FRANCE, "2027-06-01")
              .from("2027-01-01");
      List<SlotTime> slots =
          schedule.slotsBetween(
              Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2029-01-01T00:00:00Z"));

      assertThat(slots).isNotEmpty();
      Instant free = Instant.MIN;
      for (SlotTime slot : slots) {
        assertThat(slot.startsAt()).as("%s", schedule).isAfterOrEqualTo(free);
        free = slot.endsAt();
        check(schedule, slot);
        assertThat(schedule.slotAt(slot.startsAt())).contains(slot);
      }
      assertThat(inPieces(schedule, random)).isEqualTo(slots);
    }
  }

  private static void check(Schedule schedule, SlotTime slot) {
    LocalDateTime starts = LocalDateTime.ofInstant(slot.startsAt(), schedule.zone());
    LocalDateTime ends = LocalDateTime.ofInstant(slot.endsAt(), schedule.zone());
    int minutes = schedule.slotMinutes();
    assertThat(Duration.between(slot.startsAt(), slot.endsAt()).toMinutes()).isEqualTo(minutes);
    assertThat(Duration.between(starts, ends).toMinutes()).isEqualTo(minutes);
    assertThat(
            Duration.between(schedule.opensAt(), starts.toLocalTime()).toMinutes()
                % schedule.slotMinutes())
        .isZero();
    assertThat(ends.toLocalTime()).isBeforeOrEqualTo(schedule.closesAt());
    assertThat(Holidays.FRANCE.includes(starts.toLocalDate())).isFalse();
    assertThat(starts.toLocalDate()).isNotEqualTo(LocalDate.parse("2027-06-01"));
  }

  /** The same two years asked for span by span: nothing twice at the borders, nothing missing. */
  private static List<SlotTime> inPieces(Schedule schedule, Random random) {
    List<SlotTime> slots = new ArrayList<>();
    Instant from = Instant.parse("2027-01-01T00:00:00Z");
    Instant end = Instant.parse("2029-01-01T00:00:00Z");
    while (from.isBefore(end)) {
      Instant until = from.plus(Duration.ofMinutes(1 + random.nextInt(60 * 24 * 40)));
      slots.addAll(schedule.slotsBetween(from, until.isAfter(end) ? end : until));
      from = until;
    }
    return slots;
  }

  private static String time(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  @Test
  void theLeapDayIsADay() {
    Schedule tuesdays = open("FREQ=WEEKLY;BYDAY=TU", "09:00", "10:00", 60).from("2027-01-01");

    assertThat(local(tuesdays, "2028-02-29T00:00", "2028-03-01T00:00"))
        .containsExactly("2028-02-29T09:00/10:00");
  }

  @Test
  void aScheduleThatReceivesNobodyIsRefused() {
    assertThatThrownBy(() -> open("FREQ=DAILY", "09:00", "09:20", 30).from("2027-01-01"))
        .hasMessageContaining("not one slot");
    assertThatThrownBy(() -> open("FREQ=DAILY", "18:00", "09:00", 30).from("2027-01-01"))
        .hasMessageContaining("not one slot");
    assertThatThrownBy(() -> open("FREQ=DAILY", "09:00", "18:00", 4).from("2027-01-01"))
        .hasMessageContaining("5 minutes");
    assertThatThrownBy(() -> open("FREQ=DAILY", "09:00", "18:00", 5).seats(0).from("2027-01-01"))
        .hasMessageContaining("people");
  }
}
