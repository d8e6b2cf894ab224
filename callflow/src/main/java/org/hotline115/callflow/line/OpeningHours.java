package org.hotline115.callflow.line;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a line is open, in the deployment's zone. A day takes the first that speaks of it: an
 * exception for its date, the rule for holidays, the rule for its day of the week; else it is
 * closed. A span that ends before it begins goes on into the next day. On a clock night an hour
 * that does not exist is the moment the clock jumps, and of an hour that comes twice the opening is
 * the first one and the closing the second. No rule at all: open at all hours.
 */
public final class OpeningHours {

  /** Open day and night, on every day. */
  public static final OpeningHours ALWAYS =
      new OpeningHours(new EnumMap<>(DayOfWeek.class), List.of(), null, Holidays.FRANCE);

  /** How far ahead a closure is looked for: a year, and a leap day, and some more. */
  private static final int DAYS_AHEAD = 400;

  /** An overnight span of a day before may still run; eight days also cover one of 24 h a week. */
  private static final int DAYS_BEFORE = 8;

  /** From when to when a line is closed. */
  public record Closure(Instant from, Instant until) {

    public boolean includes(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  /** Minutes of the day; {@code to} may lie on the next day. */
  record Span(int fromMinute, int toMinute) {}

  /** What these dates, both included, have in place of their ordinary day. */
  record DatedSpans(LocalDate first, LocalDate last, List<Span> spans) {

    boolean includes(LocalDate date) {
      return !date.isBefore(first) && !date.isAfter(last);
    }
  }

  private final Map<DayOfWeek, List<Span>> week;
  private final List<DatedSpans> exceptions;
  private final @Nullable List<Span> onHolidays;
  private final Holidays holidays;

  OpeningHours(
      Map<DayOfWeek, List<Span>> week,
      List<DatedSpans> exceptions,
      @Nullable List<Span> onHolidays,
      Holidays holidays) {
    this.week = week;
    this.exceptions = List.copyOf(exceptions);
    this.onHolidays = onHolidays == null ? null : List.copyOf(onHolidays);
    this.holidays = holidays;
  }

  public boolean always() {
    return week.isEmpty() && exceptions.isEmpty() && onHolidays == null;
  }

  public boolean isOpen(Instant at, ZoneId zone) {
    return closure(at, zone).filter(closure -> closure.includes(at)).isEmpty();
  }

  /** The closure that lasts at this moment, or the next one; nothing when it never closes. */
  public Optional<Closure> closure(Instant at, ZoneId zone) {
    if (always()) {
      return Optional.empty();
    }
    LocalDate today = LocalDate.ofInstant(at, zone);
    Instant openUntil = today.minusDays(DAYS_BEFORE).atStartOfDay(zone).toInstant();
    for (int day = -DAYS_BEFORE; day <= DAYS_AHEAD; day++) {
      LocalDate date = today.plusDays(day);
      for (Span span : spans(date)) {
        Instant opens = opening(date, span.fromMinute(), zone);
        Instant closes = closing(date, span.toMinute(), zone);
        if (opens.isAfter(openUntil) && opens.isAfter(at)) {
          return Optional.of(new Closure(openUntil, opens));
        }
        openUntil = closes.isAfter(openUntil) ? closes : openUntil;
      }
    }
    Instant horizon = at.plus(Duration.ofDays(DAYS_AHEAD - 1));
    return openUntil.isAfter(horizon)
        ? Optional.empty()
        : Optional.of(new Closure(openUntil, horizon));
  }

  /** In the order they begin. */
  private List<Span> spans(LocalDate date) {
    for (DatedSpans exception : exceptions) {
      if (exception.includes(date)) {
        return exception.spans();
      }
    }
    if (onHolidays != null && holidays.includes(date)) {
      return onHolidays;
    }
    return week.getOrDefault(date.getDayOfWeek(), List.of());
  }

  private static Instant opening(LocalDate date, int minute, ZoneId zone) {
    LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
    ZoneOffsetTransition gap = gap(local, zone);
    return gap == null
        ? local.atZone(zone).withEarlierOffsetAtOverlap().toInstant()
        : gap.getInstant();
  }

  private static Instant closing(LocalDate date, int minute, ZoneId zone) {
    LocalDateTime local = date.atStartOfDay().plusMinutes(minute);
    ZoneOffsetTransition gap = gap(local, zone);
    return gap == null
        ? local.atZone(zone).withLaterOffsetAtOverlap().toInstant()
        : gap.getInstant();
  }

  private static @Nullable ZoneOffsetTransition gap(LocalDateTime local, ZoneId zone) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(local);
    return transition != null && transition.isGap() ? transition : null;
  }

  static List<Span> sorted(List<Span> spans) {
    List<Span> sorted = new ArrayList<>(spans);
    sorted.sort(java.util.Comparator.comparingInt(Span::fromMinute));
    return List.copyOf(sorted);
  }
}
