package org.hotline115.gateway.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Days and hours of a request, as a calendar and a clock on the wall write them. */
record DayFields(Fields fields, LocalDate today) {

  private static final int YEARS_MAX = 5;
  private static final int DAYS_MAX = 400;

  LocalDate day(String name) {
    return within(name, parsed(name, fields.text(name, 10), LocalDate::parse));
  }

  Optional<LocalDate> optionalDay(String name) {
    return fields
        .optionalText(name, 10)
        .map(text -> within(name, parsed(name, text, LocalDate::parse)));
  }

  /** Absent and null are the empty list. */
  List<LocalDate> days(String name, @Nullable Object given) {
    if (given == null) {
      return List.of();
    }
    if (!(given instanceof List<?> items) || items.size() > DAYS_MAX) {
      throw Problem.field("WRONG_TYPE", name, "a list of at most " + DAYS_MAX + " days").refused();
    }
    List<LocalDate> days = new ArrayList<>();
    for (Object item : items) {
      days.add(
          within(name, parsed(name, item instanceof String text ? text : "", LocalDate::parse)));
    }
    return days;
  }

  /** Such as {@code 09:30}. */
  LocalTime time(String name) {
    return parsed(name, fields.text(name, 5), LocalTime::parse);
  }

  private static <T> T parsed(String name, String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (DateTimeException strange) {
      throw Problem.field("INVALID_VALUE", name, "no such day or hour").refused();
    }
  }

  private LocalDate within(String name, LocalDate day) {
    if (day.isBefore(today.minusYears(YEARS_MAX)) || day.isAfter(today.plusYears(YEARS_MAX))) {
      throw Problem.field("OUT_OF_RANGE", name, "too early or too late").refused();
    }
    return day;
  }
}
