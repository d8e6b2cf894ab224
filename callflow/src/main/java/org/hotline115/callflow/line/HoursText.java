package org.hotline115.callflow.line;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline115.callflow.line.OpeningHours.DatedSpans;
import org.hotline115.callflow.line.OpeningHours.Span;
import org.jspecify.annotations.Nullable;

/**
 * Opening hours as a person writes them, a rule a line:
 *
 * <pre>
 * mon-fri 08:30-12:30 13:30-18:00
 * sat,sun 20:00-02:00            (goes on into the next day)
 * holidays closed
 * 2026-12-24 08:30-12:00         (an exception wins over all rules)
 * 2026-12-26..2027-01-02 closed
 * </pre>
 */
public final class HoursText {

  private static final Pattern SPAN =
      Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-4]):([0-5][0-9])");
  private static final Pattern DATES =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\\.\\.([0-9]{4}-[0-9]{2}-[0-9]{2}))?");
  private static final int DAY = 24 * 60;

  private HoursText() {}

  /**
   * Reads the rules; none of them means open day and night.
   *
   * @throws IllegalArgumentException naming the rule that is no rule
   */
  public static OpeningHours read(List<String> rules, Holidays holidays) {
    if (rules.isEmpty()) {
      return OpeningHours.ALWAYS;
    }
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    List<DatedSpans> exceptions = new ArrayList<>();
    @Nullable List<Span> onHolidays = null;
    for (String rule : rules) {
      String[] words = rule.strip().split("\\s+");
      List<Span> spans = spans(rule, words);
      Matcher dates = DATES.matcher(words[0]);
      if (dates.matches()) {
        exceptions.add(dated(rule, dates, spans));
      } else if (words[0].equals("holidays")) {
        onHolidays = spans;
      } else {
        for (DayOfWeek day : days(rule, words[0])) {
          if (week.put(day, spans) != null) {
            throw wrong(rule, "speaks of a day that another rule speaks of");
          }
        }
      }
    }
    return new OpeningHours(week, exceptions, onHolidays, holidays);
  }

  private static List<Span> spans(String rule, String[] words) {
    if (words.length == 2 && words[1].equals("closed")) {
      return List.of();
    }
    if (words.length < 2) {
      throw wrong(rule, "needs hours such as 08:30-18:00, or \"closed\"");
    }
    List<Span> spans = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      spans.add(span(rule, words[i]));
    }
    return OpeningHours.sorted(spans);
  }

  private static Span span(String rule, String word) {
    Matcher hours = SPAN.matcher(word);
    if (!hours.matches()) {
      throw wrong(rule, "has hours that are not such as 08:30-18:00");
    }
    int from = minute(hours.group(1), hours.group(2));
    int to = minute(hours.group(3), hours.group(4));
    if (to > DAY || from == to) {
      throw wrong(rule, "has hours that are not such as 08:30-18:00");
    }
    return new Span(from, to > from ? to : to + DAY);
  }

  private static int minute(String hour, String minute) {
    return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
  }

  private static DatedSpans dated(String rule, Matcher dates, List<Span> spans) {
    try {
      LocalDate first = LocalDate.parse(dates.group(1));
      LocalDate last = dates.group(2) == null ? first : LocalDate.parse(dates.group(2));
      if (last.isBefore(first)) {
        throw wrong(rule, "ends before it begins");
      }
      return new DatedSpans(first, last, spans);
    } catch (DateTimeException noDate) {
      throw wrong(rule, "has a date that is no date");
    }
  }

  private static Set<DayOfWeek> days(String rule, String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("-", -1);
      if (part.equals("daily")) {
        days.addAll(EnumSet.allOf(DayOfWeek.class));
      } else if (ends.length <= 2) {
        DayOfWeek last = day(rule, ends[ends.length - 1]);
        for (DayOfWeek day = day(rule, ends[0]); ; day = day.plus(1)) {
          days.add(day);
          if (day == last) {
            break;
          }
        }
      } else {
        throw wrong(rule, "begins with neither days (mon-fri), \"holidays\" nor a date");
      }
    }
    return days;
  }

  private static DayOfWeek day(String rule, String word) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(word)) {
        return day;
      }
    }
    throw wrong(rule, "begins with neither days (mon-fri), \"holidays\" nor a date");
  }

  private static IllegalArgumentException wrong(String rule, String why) {
    return new IllegalArgumentException("hours: the rule \"" + rule + "\" " + why);
  }
}
