package org.hotline115.callflow.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.hotline115.callflow.appointment.ReminderRules.Reminder;
import org.hotline115.callflow.message.AllowedHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When reminders leave, by the clock of the wall. */
class ReminderRulesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Instant at(String local, ZoneId zone) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26T14:00, 2026-11-24T14:00, 2026-11-26T11:00",
    "2026-11-26T09:30, 2026-11-24T09:30, 2026-11-26T08:00", // 06:30 waits for the morning
    "2026-11-26T08:30, 2026-11-24T08:30, 2026-11-25T20:00", // the morning is too late
    "2026-11-26T22:00, 2026-11-24T20:00, 2026-11-26T19:00", // 22:00 is night already
    "2026-11-26T07:00, 2026-11-24T08:00, 2026-11-25T20:00",
  })
  void theNightBelongsToThePerson(String startsAt, String first, String again) {
    List<Reminder> plan =
        ReminderRules.DEFAULT.plan(at("2026-11-01T00:00", PARIS), at(startsAt, PARIS), PARIS);

    assertThat(plan)
        .extracting(Reminder::dueAt)
        .containsExactly(at(first, PARIS), at(again, PARIS));
    assertThat(plan.getFirst().notAfter()).isEqualTo(at(again, PARIS));
    assertThat(plan.getLast().notAfter()).isEqualTo(at(startsAt, PARIS));
    assertThat(plan.getLast().isToday()).isEqualTo(again.startsWith(startsAt.substring(0, 10)));
  }

  /** Every half hour of two years, both clock nights and a leap day among them. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Paris", "Indian/Reunion", "America/Miquelon"})
  void whateverTheHourAReminderIsAllowedAndBeforeTheAppointment(String name) {
    ZoneId zone = ZoneId.of(name);
    Instant booked = at("2027-01-01T00:00", zone);
    Instant end = at("2029-01-01T00:00", zone);
    int planned = 0;
    for (Instant startsAt = at("2027-01-10T00:00", zone);
        startsAt.isBefore(end);
        startsAt = startsAt.plus(Duration.ofMinutes(30))) {
      List<Reminder> plan = ReminderRules.DEFAULT.plan(booked, startsAt, zone);
      Instant last = booked;
      for (Reminder reminder : plan) {
        assertThat(AllowedHours.DEFAULT.include(reminder.dueAt(), zone)).isTrue();
        assertThat(reminder.dueAt()).isAfter(last).isBefore(reminder.notAfter());
        assertThat(reminder.notAfter()).isBeforeOrEqualTo(startsAt);
        last = reminder.dueAt();
        planned++;
      }
      assertThat(plan).hasSize(2);
      assertThat(Duration.between(plan.getFirst().dueAt(), startsAt))
          .isBetween(Duration.ofHours(39), Duration.ofHours(62));
      assertThat(Duration.between(plan.getLast().dueAt(), startsAt))
          .isBetween(Duration.ofHours(1), Duration.ofHours(14));
    }
    assertThat(planned).isGreaterThan(60_000);
  }

  @Test
  void whoIsToldNowIsNotRemindedAtOnce() {
    Instant startsAt = at("2026-11-26T14:00", PARIS);

    assertThat(ReminderRules.DEFAULT.plan(at("2026-11-26T09:00", PARIS), startsAt, PARIS))
        .hasSize(1);
    assertThat(ReminderRules.DEFAULT.plan(at("2026-11-26T10:30", PARIS), startsAt, PARIS))
        .isEmpty();
    assertThat(ReminderRules.DEFAULT.plan(at("2026-11-26T15:00", PARIS), startsAt, PARIS))
        .isEmpty();
  }

  @Test
  void aReminderCanBeLeftOut() {
    ReminderRules once =
        new ReminderRules(Duration.ofHours(24), Duration.ZERO, AllowedHours.DEFAULT);

    assertThat(once.plan(at("2026-11-01T00:00", PARIS), at("2026-11-26T14:00", PARIS), PARIS))
        .extracting(Reminder::dueAt)
        .containsExactly(at("2026-11-25T14:00", PARIS));
    assertThatThrownBy(
            () -> new ReminderRules(Duration.ofHours(2), Duration.ofHours(3), AllowedHours.DEFAULT))
        .hasMessageContaining("after the first");
  }
}
