package org.hotline115.callflow.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateRuleTest {

  private static List<LocalDate> days(String rule, String anchor, String from, String until) {
    return new DateRule(rule)
        .between(LocalDate.parse(anchor), LocalDate.parse(from), LocalDate.parse(until));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=WEEKLY;BYDAY=MO,TH|2026-11-01|2026-11-23|2026-12-03|2026-11-23 2026-11-26 2026-11-30"
            + " 2026-12-03",
        // Every second Monday counts from the beginning of the schedule, not of the span.
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO|2026-11-02|2026-11-10|2026-12-01|2026-11-16 2026-11-30",
        // The first Wednesday of the month, and its last Friday.
        "FREQ=MONTHLY;BYDAY=1WE|2026-01-01|2026-11-01|2026-12-31|2026-11-04 2026-12-02",
        "FREQ=MONTHLY;BYDAY=-1FR|2026-01-01|2026-11-01|2026-12-31|2026-11-27 2026-12-25",
        // The last day of each month, in a leap year too.
        "FREQ=MONTHLY;BYMONTHDAY=-1|2028-01-01|2028-01-31|2028-03-31|2028-01-31 2028-02-29"
            + " 2028-03-31",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29|2026-01-01|2026-01-01|2033-01-01|2028-02-29"
            + " 2032-02-29",
        "FREQ=DAILY|2026-11-25|2026-11-01|2026-11-27|2026-11-25 2026-11-26 2026-11-27",
      })
  void aRuleNamesItsDays(String rule, String anchor, String from, String until, String expected) {
    assertThat(days(rule, anchor, from, until))
        .isEqualTo(Arrays.stream(expected.split(" ", -1)).map(LocalDate::parse).toList());
  }

  /** RFC 5545 leaves it open; we receive nobody on a day that the rule does not name. */
  @Test
  void theFirstDayOfAScheduleIsNoDayOfItsRuleByItself() {
    assertThat(days("FREQ=WEEKLY;BYDAY=MO", "2026-11-25", "2026-11-25", "2026-12-01"))
        .containsExactly(LocalDate.parse("2026-11-30"));
  }

  @Test
  void whereASpanBeginsChangesNoDay() {
    List<LocalDate> all =
        days("FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA", "2026-01-06", "2026-01-06", "2028-12-31");
    for (LocalDate from = LocalDate.parse("2026-01-06");
        from.isBefore(LocalDate.parse("2028-12-31"));
        from = from.plusDays(11)) {
      LocalDate start = from;
      assertThat(
              days(
                  "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA",
                  "2026-01-06",
                  from.toString(),
                  "2028-12-31"))
          .isEqualTo(all.stream().filter(day -> !day.isBefore(start)).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "every monday",
        "FREQ=HOURLY",
        "FREQ=SECONDLY",
        "FREQ=WEEKLY;COUNT=3",
        "FREQ=WEEKLY;UNTIL=20270101",
        "FREQ=DAILY;BYHOUR=9",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=YEARLY;INTERVAL=2000000000",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "BYDAY=MO",
      })
  void whatIsNoRuleOfDaysIsRefused(String rule) {
    assertThatThrownBy(() -> new DateRule(rule)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRuleIsShort() {
    assertThatThrownBy(() -> new DateRule("FREQ=DAILY;" + "X".repeat(200)))
        .hasMessageContaining("at most 200");
  }
}
