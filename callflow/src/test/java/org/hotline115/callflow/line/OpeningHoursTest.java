package org.hotline115.callflow.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.line.OpeningHours.Closure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static OpeningHours hours(String... rules) {
    return HoursText.read(List.of(rules), Holidays.FRANCE);
  }

  private static Instant paris(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  private static boolean open(OpeningHours hours, String instant) {
    return hours.isOpen(Instant.parse(instant), PARIS);
  }

  @Test
  void withoutRulesALineNeverCloses() {
    assertThat(hours().closure(paris("2026-11-26T18:00:00"), PARIS)).isEmpty();
    assertThat(hours("daily 00:00-24:00").closure(paris("2026-11-26T18:00:00"), PARIS)).isEmpty();
  }

  @Test
  void theClosureThatLastsIsTold() {
    OpeningHours office = hours("mon-fri 08:30-18:00");

    assertThat(office.closure(paris("2026-11-26T19:00:00"), PARIS))
        .contains(new Closure(paris("2026-11-26T18:00:00"), paris("2026-11-27T08:30:00")));
  }

  @Test
  void theNextClosureIsToldWhileItIsOpen() {
    OpeningHours office = hours("mon-fri 08:30-18:00");

    assertThat(office.closure(paris("2026-11-27T09:00:00"), PARIS))
        .contains(new Closure(paris("2026-11-27T18:00:00"), paris("2026-11-30T08:30:00")));
  }

  @Test
  void itOpensAndClosesToTheSecond() {
    OpeningHours office = hours("mon-fri 08:30-18:00");

    assertThat(office.isOpen(paris("2026-11-27T08:29:59"), PARIS)).isFalse();
    assertThat(office.isOpen(paris("2026-11-27T08:30:00"), PARIS)).isTrue();
    assertThat(office.isOpen(paris("2026-11-27T17:59:59"), PARIS)).isTrue();
    assertThat(office.isOpen(paris("2026-11-27T18:00:00"), PARIS)).isFalse();
  }

  @Test
  void anExceptionWinsOverAHolidayAndAHolidayOverItsDay() {
    OpeningHours office =
        hours(
            "mon-sun 08:00-20:00",
            "holidays 10:00-12:00",
            "2026-12-25 14:00-16:00",
            "2026-12-26..2026-12-28 closed");

    assertThat(office.isOpen(paris("2026-11-11T09:00:00"), PARIS)).isFalse();
    assertThat(office.isOpen(paris("2026-11-11T11:00:00"), PARIS)).isTrue();
    assertThat(office.isOpen(paris("2026-12-25T11:00:00"), PARIS)).isFalse();
    assertThat(office.isOpen(paris("2026-12-25T15:00:00"), PARIS)).isTrue();
    assertThat(office.closure(paris("2026-12-27T11:00:00"), PARIS))
        .contains(new Closure(paris("2026-12-25T16:00:00"), paris("2026-12-29T08:00:00")));
  }

  @Test
  void aLineThatNeverOpensAgainIsClosed() {
    assertThat(hours("2026-01-05 08:00-09:00").isOpen(paris("2026-11-27T08:30:00"), PARIS))
        .isFalse();
  }

  /** 25 October 2026: at 03:00 summer time it is 02:00 again. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-24T19:59:00Z,false", // 21:59
    "2026-10-24T20:00:00Z,true", // 22:00
    "2026-10-25T00:40:00Z,true", // 02:40 the first time
    "2026-10-25T01:10:00Z,true", // 02:10 the second time
    "2026-10-25T01:29:59Z,true", // 02:29:59 the second time
    "2026-10-25T01:30:00Z,false", // 02:30 the second time
    "2026-10-25T05:00:00Z,false"
  })
  void inTheOctoberNightTheHourThatComesTwiceIsServedTwice(String instant, boolean isOpen) {
    assertThat(open(hours("daily 22:00-02:30"), instant)).isEqualTo(isOpen);
  }

  @Test
  void inTheOctoberNightItOpensTheFirstTime() {
    assertThat(open(hours("daily 02:30-06:00"), "2026-10-25T00:29:59Z")).isFalse();
    assertThat(open(hours("daily 02:30-06:00"), "2026-10-25T00:30:00Z")).isTrue();
    assertThat(open(hours("daily 02:30-06:00"), "2026-10-25T01:10:00Z")).isTrue();
  }

  /** 28 March 2027: at 02:00 it is 03:00. */
  @Test
  void inTheMarchNightTheHourThatIsNotThereIsTheJump() {
    assertThat(open(hours("daily 22:00-02:30"), "2027-03-28T00:59:59Z")).isTrue();
    assertThat(open(hours("daily 22:00-02:30"), "2027-03-28T01:00:00Z")).isFalse();
    assertThat(open(hours("daily 02:30-06:00"), "2027-03-28T00:59:59Z")).isFalse();
    assertThat(open(hours("daily 02:30-06:00"), "2027-03-28T01:00:00Z")).isTrue();
    assertThat(open(hours("daily 02:30-06:00"), "2027-03-28T04:00:00Z")).isFalse();
  }

  @Test
  void overTwoYearsEveryQuarterOfAnHourIsAsTheWallClockSays() {
    OpeningHours office =
        hours("mon-fri 08:30-12:15 13:45-18:00", "sat 21:00-03:30", "holidays closed");
    Set<LocalDate> clockNights = Set.of(LocalDate.of(2026, 10, 25), LocalDate.of(2027, 3, 28));
    Instant end = paris("2028-01-01T00:00:00");
    int openQuarters = 0;
    for (Instant at = paris("2026-01-01T00:00:00");
        at.isBefore(end);
        at = at.plus(Duration.ofMinutes(15))) {
      ZonedDateTime local = at.atZone(PARIS);
      boolean expected = isOpenByTheWallClock(local);
      openQuarters += expected ? 1 : 0;
      if (!clockNights.contains(local.toLocalDate()) || local.getHour() > 3) {
        assertThat(office.isOpen(at, PARIS)).as(local.toString()).isEqualTo(expected);
      }
    }
    assertThat(openQuarters).isGreaterThan(10_000);
  }

  private static boolean isOpenByTheWallClock(ZonedDateTime local) {
    LocalTime time = local.toLocalTime();
    LocalDate date = local.toLocalDate();
    boolean saturdayNight =
        (date.getDayOfWeek() == DayOfWeek.SATURDAY
                && !Holidays.FRANCE.includes(date)
                && !time.isBefore(LocalTime.of(21, 0)))
            || (date.getDayOfWeek() == DayOfWeek.SUNDAY
                && !Holidays.FRANCE.includes(date.minusDays(1))
                && time.isBefore(LocalTime.of(3, 30)));
    boolean weekday =
        date.getDayOfWeek().getValue() <= 5
            && !Holidays.FRANCE.includes(date)
            && ((!time.isBefore(LocalTime.of(8, 30)) && time.isBefore(LocalTime.of(12, 15)))
                || (!time.isBefore(LocalTime.of(13, 45)) && time.isBefore(LocalTime.of(18, 0))));
    return saturdayNight || weekday;
  }

  @Test
  void itIsRightInAZoneFarAway() {
    ZoneId reunion = ZoneId.of("Indian/Reunion");
    Instant eight = LocalDateTime.parse("2026-11-27T08:00:00").atZone(reunion).toInstant();

    assertThat(hours("daily 08:00-09:00").isOpen(eight, reunion)).isTrue();
    assertThat(hours("daily 08:00-09:00").isOpen(eight, PARIS)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mon",
        "mon 8:30-18:00",
        "mon 08:30-25:61",
        "mon 08:30-24:30",
        "mon 08:30-08:30",
        "mon 08:30",
        "lundi 08:30-18:00",
        "mon-fri-sun 08:30-18:00",
        "2026-02-30 closed",
        "2026-12-26..2026-12-25 closed",
        "0000-00-00 closed",
        "mon closed 08:30-18:00",
        "${x} 08:30-18:00"
      })
  void whatIsNoRuleIsNamed(String rule) {
    assertThatThrownBy(() -> hours(rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the rule \"" + rule + "\"");
  }

  @Test
  void twoRulesForOneDayAreRefused() {
    assertThatThrownBy(() -> hours("mon-wed 08:00-12:00", "wed 14:00-16:00"))
        .hasMessageContaining("another rule");
  }
}
