package org.hotline115.callflow.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * On which days something recurs: a rule of RFC 5545 such as {@code FREQ=WEEKLY;BYDAY=MO,TH}. Of
 * whole days only: hours and the end stand in the schedule, where a person sees them.
 */
public record DateRule(String text) {

  public static final int LENGTH_MAX = 200;

  /** Beyond it the library counts into years that no calendar has. */
  private static final int INTERVAL_MAX = 366;

  private static final DateTime ANY_DAY = new DateTime(2024, 0, 1);

  /** Refuses what is no rule of days, and a rule that no day ever fulfils. */
  public DateRule {
    if (text.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("a rule has at most " + LENGTH_MAX + " characters");
    }
    RecurrenceRule rule = parsed(text);
    if (rule.getFreq().compareTo(Freq.DAILY) > 0 || saysMoreThanDays(rule)) {
      throw new IllegalArgumentException("a rule names days, neither hours nor its end");
    }
    if (rule.getInterval() > INTERVAL_MAX) {
      throw new IllegalArgumentException("a rule recurs within " + INTERVAL_MAX + " times");
    }
    if (!rule.iterator(ANY_DAY).hasNext()) {
      throw new IllegalArgumentException("there is no such day");
    }
  }

  /** No constant: the library's Part cannot be loaded before its RecurrenceRule. */
  private static boolean saysMoreThanDays(RecurrenceRule rule) {
    return Stream.of(Part.COUNT, Part.UNTIL, Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND)
        .anyMatch(rule::hasPart);
  }

  private static RecurrenceRule parsed(String text) {
    try {
      return new RecurrenceRule(text, RecurrenceRule.RfcMode.RFC5545_STRICT);
    } catch (InvalidRecurrenceRuleException invalid) {
      throw new IllegalArgumentException("not a rule of RFC 5545", invalid);
    }
  }

  /** The days of a rule that counts from {@code anchor}, both ends included. */
  List<LocalDate> between(LocalDate anchor, LocalDate from, LocalDate until) {
    List<LocalDate> days = new ArrayList<>();
    RecurrenceRuleIterator iterator = parsed(text).iterator(day(anchor));
    if (from.isAfter(anchor)) {
      iterator.fastForward(day(from));
    }
    while (iterator.hasNext()) {
      DateTime next = iterator.nextDateTime();
      LocalDate date = LocalDate.of(next.getYear(), next.getMonth() + 1, next.getDayOfMonth());
      if (date.isAfter(until)) {
        break;
      }
      if (!date.isBefore(from)) {
        days.add(date);
      }
    }
    return days;
  }

  private static DateTime day(LocalDate date) {
    return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
  }
}
