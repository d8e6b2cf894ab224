package org.hotline115.callflow.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingHoursTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final AskingHours HOURS =
      new AskingHours(
          List.of(LocalTime.of(17, 0), LocalTime.of(11, 0)),
          Duration.ofMinutes(90),
          LocalTime.of(23, 0),
          Duration.ofHours(2),
          Duration.ofMinutes(30));

  private static Instant at(String paris) {
    return ZonedDateTime.parse(paris + "+01:00[Europe/Paris]").toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T11:00:00, 0, true, false",
    "2026-11-23T16:59:59, 0, true, false",
    "2026-11-23T17:00:00, 1, true, false",
    "2026-11-23T18:29:59, 1, true, false",
    "2026-11-23T18:30:00, 2, false, false",
    "2026-11-23T22:59:59, 4, false, false",
    "2026-11-23T23:00:00, 5, false, true",
    "2026-11-24T05:59:59, 9, false, true",
  })
  void aMomentLiesInARound(String now, int number, boolean ahead, boolean atNight) {
    AskingHours.Round round = HOURS.round(at(now), PARIS).orElseThrow();

    assertThat(round.number()).isEqualTo(number);
    assertThat(round.staleHorizon()).isEqualTo(ahead ? at(now).plus(Duration.ofHours(2)) : at(now));
    assertThat(round.atNight()).isEqualTo(atNight);
  }

  @Test
  void beforeTheFirstHourThereIsNone() {
    assertThat(HOURS.round(at("2026-11-23T10:59:59"), PARIS)).isEmpty();
    assertThat(HOURS.round(at("2026-11-24T06:00:00"), PARIS)).isEmpty();
  }

  /** Over two years with both clock nights, minute by quarter: rounds count up and never repeat. */
  @Test
  void roundsOnlyCountUpwardsWithinANight() {
    Instant now = Instant.parse("2026-01-01T05:00:00Z");
    Map<String, Integer> last = new HashMap<>();
    for (int i = 0; i < 2 * 366 * 96; i++) {
      Instant at = now.plus(Duration.ofMinutes(15L * i));
      String night = org.hotline115.callflow.place.NightOf.at(at, PARIS).toString();
      HOURS
          .round(at, PARIS)
          .ifPresent(round -> {
            assertThat(round.number())
                .as("%s", at)
                .isBetween(last.getOrDefault(night, 0), last.getOrDefault(night, 0) + 1);
            last.put(night, round.number());
          });
    }
    assertThat(last).hasSizeGreaterThan(700);
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() ->
            new AskingHours(
                List.of(),
                Duration.ofMinutes(90),
                LocalTime.of(23, 0),
                Duration.ZERO,
                Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new AskingHours(
                List.of(LocalTime.NOON),
                Duration.ofMinutes(1),
                LocalTime.of(23, 0),
                Duration.ZERO,
                Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
