package org.hotline115.callflow.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class NightOfTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static NightOf night(String instant) {
    return NightOf.at(Instant.parse(instant), PARIS);
  }

  @Test
  void aCallAtThreeInTheMorningStillAsksForLastEveningsNight() {
    assertThat(night("2026-11-24T02:00:00Z")).hasToString("2026-11-23");
    assertThat(night("2026-11-24T04:59:59Z")).hasToString("2026-11-23");
    assertThat(night("2026-11-24T05:00:00Z")).hasToString("2026-11-24");
  }

  @Test
  void theNightsOfTheClockChangeAreAnHourLongerAndShorter() {
    assertThat(length("2026-10-24")).isEqualTo(Duration.ofHours(25));
    assertThat(length("2027-03-27")).isEqualTo(Duration.ofHours(23));
    assertThat(length("2026-11-23")).isEqualTo(Duration.ofHours(24));
  }

  private static Duration length(String date) {
    NightOf night = new NightOf(LocalDate.parse(date));
    return Duration.between(night.beginsAt(PARIS), night.endsAt(PARIS));
  }

  @Test
  void anHourAfterMidnightIsTomorrowsDateOfTheSameNight() {
    NightOf night = new NightOf(LocalDate.parse("2026-11-23"));
    assertThat(night.at(LocalTime.of(20, 30), PARIS)).isEqualTo("2026-11-23T19:30:00Z");
    assertThat(night.at(LocalTime.of(2, 0), PARIS)).isEqualTo("2026-11-24T01:00:00Z");
  }

  @Test
  void aNightOfTheReunionIsItsOwn() {
    Instant sameInstant = Instant.parse("2026-11-23T03:00:00Z");
    assertThat(NightOf.at(sameInstant, PARIS)).hasToString("2026-11-22");
    assertThat(NightOf.at(sameInstant, ZoneId.of("Indian/Reunion"))).hasToString("2026-11-23");
  }

  @Test
  void aDepartementIsOneThatExists() {
    assertThat(new Departement("2A")).hasToString("2A");
    assertThat(new Departement("974")).hasToString("974");
    for (String wrong : new String[] {"", "20", "00", "96", "34}", "977", "2a"}) {
      assertThatThrownBy(() -> new Departement(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
