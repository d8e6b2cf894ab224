package org.hotline115.callflow.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Days and hours by the wall's clock, also in the two nights in which it is changed. */
class PeriodTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDate SPRING = LocalDate.parse("2026-03-29");
  private static final LocalDate AUTUMN = LocalDate.parse("2026-10-25");

  @Test
  void theDaysOfTheClockChangeHave23And25Hours() {
    Period spring = Period.of(Span.DAY, SPRING, PARIS);
    Period autumn = Period.of(Span.DAY, AUTUMN, PARIS);

    assertThat(spring.hours()).hasSize(23);
    assertThat(autumn.hours()).hasSize(25);
    assertThat(spring.from()).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(autumn.until()).isEqualTo(Instant.parse("2026-10-25T23:00:00Z"));
  }

  @Test
  void theHourThatComesTwiceIsTwoAndTheOneThatIsTakenAwayIsNone() {
    assertThat(Period.hours(AUTUMN, 2, 3, PARIS).hours())
        .containsExactly(
            Instant.parse("2026-10-25T00:00:00Z"), Instant.parse("2026-10-25T01:00:00Z"));
    assertThatThrownBy(() -> Period.hours(SPRING, 2, 3, PARIS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWeekBeginsOnMondayAndAMonthHasItsOwnLength() {
    Period week = Period.of(Span.WEEK, AUTUMN, PARIS);
    Period month = Period.month(YearMonth.parse("2026-10"), PARIS);

    assertThat(week.first()).isEqualTo("2026-10-19");
    assertThat(week.hours()).hasSize(7 * 24 + 1);
    assertThat(month.days()).hasSize(31).startsWith(Instant.parse("2026-09-30T22:00:00Z"));
    assertThat(month.hours()).hasSize(31 * 24 + 1);
  }

  @Test
  void aPeriodThatIsNotOverEndsNow() {
    Period day = Period.of(Span.DAY, AUTUMN, PARIS);
    Instant noon = Instant.parse("2026-10-25T11:00:00Z");

    assertThat(day.until(noon).until()).isEqualTo(noon);
    assertThat(day.until(noon).lastMidnight()).isEqualTo(day.until());
    assertThat(day.until(day.until().plusSeconds(1))).isEqualTo(day);
  }
}
