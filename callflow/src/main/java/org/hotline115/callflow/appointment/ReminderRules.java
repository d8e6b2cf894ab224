package org.hotline115.callflow.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.hotline115.callflow.message.AllowedHours;

/**
 * How long before an appointment its person is reminded. A reminder that would fall into the night
 * leaves in the morning when that is early enough, and in the evening before otherwise; one whose
 * moment has passed when it is planned, or that would follow on the heels of the booking, is none.
 *
 * @param first the one that asks for an answer; zero for none
 * @param again the last one; zero for none
 */
public record ReminderRules(Duration first, Duration again, AllowedHours hours) {

  private static final Duration LONGEST = Duration.ofDays(14);

  /** In the morning of the day, it must still help to come in time. */
  static final Duration NOTICE = Duration.ofHours(1);

  /** So long before the allowed hours end, what the night would swallow is sent. */
  static final Duration EVENING_MARGIN = Duration.ofMinutes(30);

  /** Who has just been told needs no reminder. */
  static final Duration JUST_TOLD = Duration.ofHours(1);

  public static final ReminderRules DEFAULT =
      new ReminderRules(Duration.ofHours(48), Duration.ofHours(3), AllowedHours.DEFAULT);

  public ReminderRules {
    if (first.isNegative() || again.isNegative() || first.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("people are reminded up to 14 days before");
    }
    if (!first.isZero() && again.compareTo(first) >= 0) {
      throw new IllegalArgumentException("the last reminder comes after the first one");
    }
  }

  /**
   * One reminder to come.
   *
   * @param notAfter when its moment has passed: the next one is due, or the appointment begins
   * @param isToday it leaves on the day of the appointment
   */
  record Reminder(Instant dueAt, Instant notAfter, boolean isToday) {}

  /** Those that are still worth sending when planned now, the earliest first. */
  List<Reminder> plan(Instant now, Instant startsAt, ZoneId zone) {
    List<Instant> due = new ArrayList<>();
    for (Duration before : List.of(first, again)) {
      if (before.isZero()) {
        continue;
      }
      Instant at = allowed(startsAt.minus(before), startsAt, zone);
      boolean isNews = due.isEmpty() || at.isAfter(due.getLast());
      if (isNews && at.isAfter(now.plus(JUST_TOLD))) {
        due.add(at);
      }
    }
    LocalDate day = LocalDate.ofInstant(startsAt, zone);
    List<Reminder> reminders = new ArrayList<>();
    for (int each = 0; each < due.size(); each++) {
      Instant at = due.get(each);
      reminders.add(
          new Reminder(
              at,
              each + 1 < due.size() ? due.get(each + 1) : startsAt,
              LocalDate.ofInstant(at, zone).equals(day)));
    }
    return reminders;
  }

  private Instant allowed(Instant moment, Instant startsAt, ZoneId zone) {
    if (hours.include(moment, zone)) {
      return moment;
    }
    LocalDate day = LocalDate.ofInstant(moment, zone);
    Instant opening = day.atTime(hours.from()).atZone(zone).toInstant();
    if (moment.isBefore(opening)) {
      return opening.plus(NOTICE).isAfter(startsAt) ? evening(day.minusDays(1), zone) : opening;
    }
    return evening(day, zone);
  }

  private Instant evening(LocalDate day, ZoneId zone) {
    return day.atTime(hours.until().minus(EVENING_MARGIN)).atZone(zone).toInstant();
  }
}
