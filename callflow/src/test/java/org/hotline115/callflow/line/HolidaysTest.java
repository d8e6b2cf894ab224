package org.hotline115.callflow.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

  @ParameterizedTest
  @CsvSource({
    "1961,1961-04-02",
    "2000,2000-04-23",
    "2008,2008-03-23",
    "2024,2024-03-31",
    "2026,2026-04-05",
    "2027,2027-03-28",
    "2038,2038-04-25"
  })
  void easterIsWhereTheCalendarHasIt(int year, LocalDate easter) {
    assertThat(Holidays.easter(year)).isEqualTo(easter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-04-06",
        "2026-05-01",
        "2026-05-08",
        "2026-05-14",
        "2026-05-25",
        "2026-07-14",
        "2026-08-15",
        "2026-11-01",
        "2026-11-11",
        "2026-12-25"
      })
  void theElevenDaysOfFranceAreHolidaysEverywhere(LocalDate date) {
    for (Holidays territory : Holidays.values()) {
      assertThat(territory.includes(date)).as(territory.name()).isTrue();
    }
  }

  @Test
  void franceHasElevenInEachYear() {
    for (int year = 2025; year <= 2035; year++) {
      long days =
          LocalDate.of(year, 1, 1)
              .datesUntil(LocalDate.of(year + 1, 1, 1))
              .filter(Holidays.FRANCE::includes)
              .count();
      // Ascension Day may fall on 1 or 8 May, and did in 2008; in these years it does not.
      assertThat(days).as("%d", year).isEqualTo(11);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ALSACE_MOSELLE,2026-04-03",
    "ALSACE_MOSELLE,2026-12-26",
    "GUADELOUPE,2026-05-27",
    "MARTINIQUE,2026-05-22",
    "GUYANE,2026-06-10",
    "REUNION,2026-12-20",
    "MAYOTTE,2026-04-27"
  })
  void aTerritoryHasItsOwnDaysBesides(Holidays territory, LocalDate date) {
    assertThat(territory.includes(date)).isTrue();
    assertThat(Holidays.FRANCE.includes(date)).isFalse();
  }
}
