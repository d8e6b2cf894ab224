package org.hotline115.callflow.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {

  private static final ReleaseTimes LYON = ReleaseTimes.of("WOMEN=10:00 FAMILIES=10:30 MEN=14:00");

  @Test
  void placesAreGivenToEachAudienceFromItsOwnHour() {
    assertThat(LYON.from(Set.of(Audience.WOMEN))).contains(LocalTime.of(10, 0));
    assertThat(LYON.from(Set.of(Audience.MEN))).contains(LocalTime.of(14, 0));
    assertThat(LYON.from(Set.of(Audience.MEN, Audience.FAMILIES))).contains(LocalTime.of(10, 30));
  }

  @Test
  void whoIsNotNamedComesAfterAllWhoAre() {
    assertThat(LYON.from(Set.of(Audience.COUPLES))).contains(LocalTime.of(14, 0));
    assertThat(LYON.from(Set.of())).contains(LocalTime.of(14, 0));
    assertThat(ReleaseTimes.NONE.from(Set.of(Audience.MEN))).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(ReleaseTimes.of("MEN=14:00  WOMEN=10:00")).hasToString("WOMEN=10:00 MEN=14:00");
    assertThat(ReleaseTimes.of(LYON.toString())).isEqualTo(LYON);
    assertThat(ReleaseTimes.of("")).isEqualTo(ReleaseTimes.NONE).hasToString("");
    for (String rule : new String[] {"OPEN_ENDED", "NIGHT", "MAX_NIGHTS 7"}) {
      assertThat(StayRule.of(rule)).hasToString(rule);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WOMEN",
        "WOMEN=",
        "=10:00",
        "DOGS=10:00",
        "MEN=24:00",
        "MEN=1",
        "MEN=10:00 MEN=11:00"
      })
  void whatIsNoReleaseTimeIsRefused(String text) {
    assertThatThrownBy(() -> ReleaseTimes.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "MAX_NIGHTS", "MAX_NIGHTS 0", "MAX_NIGHTS 367", "MAX_NIGHTS x", "night"})
  void whatIsNoStayRuleIsRefused(String text) {
    assertThatThrownBy(() -> StayRule.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSeasonHasItsFirstAndItsLastEvening() {
    Opening winter =
        new Opening(
            AvailabilityKind.SEASONAL,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2027, 3, 31),
            LocalTime.of(18, 0),
            LocalTime.of(22, 0),
            true,
            StayRule.of("NIGHT"),
            ReleaseTimes.NONE);
    assertThat(winter.isInSeason(new NightOf(LocalDate.of(2026, 11, 1)))).isTrue();
    assertThat(winter.isInSeason(new NightOf(LocalDate.of(2027, 3, 31)))).isTrue();
    assertThat(winter.isInSeason(new NightOf(LocalDate.of(2026, 10, 31)))).isFalse();
    assertThat(winter.isInSeason(new NightOf(LocalDate.of(2027, 4, 1)))).isFalse();
    assertThat(Opening.until(LocalTime.NOON).isInSeason(new NightOf(LocalDate.MIN))).isTrue();
  }

  @Test
  void distanceIsAsTheCrowFlies() {
    GeoPoint montpellier = new GeoPoint(43.6108, 3.8767);
    GeoPoint beziers = new GeoPoint(43.3442, 3.2158);
    assertThat(montpellier.kilometresTo(beziers)).isBetween(60.0, 62.0);
    assertThat(montpellier.kilometresTo(montpellier)).isZero();
    assertThatThrownBy(() -> new GeoPoint(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
