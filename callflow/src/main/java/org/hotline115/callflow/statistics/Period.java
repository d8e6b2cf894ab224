package org.hotline115.callflow.statistics;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * A time by the wall's clock, as moments. A call belongs to the period and to the bucket in which
 * it was received, also when it ends later. All buckets are cut here, from the rules of the zone: a
 * day of the clock change has 23 or 25 hours, and the hour that comes twice is two.
 */
public record Period(LocalDate first, LocalDate last, Instant from, Instant until, ZoneId zone) {

  public Period {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a period has a length");
    }
  }

  public static Period of(Span span, LocalDate day, ZoneId zone) {
    return switch (span) {
      case DAY -> days(day, day, zone);
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield days(monday, monday.plusDays(6), zone);
      }
      case MONTH -> month(YearMonth.from(day), zone);
    };
  }

  public static Period month(YearMonth month, ZoneId zone) {
    return days(month.atDay(1), month.atEndOfMonth(), zone);
  }

  private static Period days(LocalDate first, LocalDate last, ZoneId zone) {
    return new Period(first, last, midnight(first, zone), midnight(last.plusDays(1), zone), zone);
  }

  /**
   * Some hours of a day: from the one that begins at {@code fromHour} until {@code untilHour} is on
   * the wall; 24 is the end of the day.
   *
   * @throws IllegalArgumentException when they are none: also the hour that the spring takes away
   */
  public static Period hours(LocalDate day, int fromHour, int untilHour, ZoneId zone) {
    return new Period(day, day, hour(day, fromHour, zone), hour(day, untilHour, zone), zone);
  }

  private static Instant hour(LocalDate day, int hour, ZoneId zone) {
    return hour == 24
        ? midnight(day.plusDays(1), zone)
        : ZonedDateTime.of(day, LocalTime.of(hour, 0), zone).toInstant();
  }

  private static Instant midnight(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  /** The same until {@code now}, when it is not over: what comes later is no figure yet. */
  Period until(Instant now) {
    return now.isAfter(from) && now.isBefore(until)
        ? new Period(first, last, from, now, zone)
        : this;
  }

  /** When its days begin. */
  List<Instant> days() {
    return first.datesUntil(last.plusDays(1)).map(day -> midnight(day, zone)).toList();
  }

  /** When its last day is over. */
  Instant lastMidnight() {
    return midnight(last.plusDays(1), zone);
  }

  /** When its hours begin. */
  List<Instant> hours() {
    return Stream.iterate(
            from, hour -> hour.isBefore(until), hour -> hour.plus(Duration.ofHours(1)))
        .toList();
  }
}
