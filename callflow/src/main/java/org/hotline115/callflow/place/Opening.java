package org.hotline115.callflow.place;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * When a group is there and when one may come.
 *
 * @param from the first evening of its season, null: since ever; likewise {@code to} the last
 * @param arrivalFrom doors open; {@code arrivalUntil} they close, both within the night
 * @param nightOnly one leaves in the morning
 */
public record Opening(
    AvailabilityKind availability,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    LocalTime arrivalFrom,
    LocalTime arrivalUntil,
    boolean nightOnly,
    StayRule stayRule,
    ReleaseTimes releaseTimes) {

  public Opening {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("a season ends after its beginning");
    }
  }

  /** All the year, from the beginning of the night until that hour, without an end. */
  public static Opening until(LocalTime arrivalUntil) {
    return new Opening(
        AvailabilityKind.YEAR_ROUND,
        null,
        null,
        NightOf.BEGINS,
        arrivalUntil,
        false,
        StayRule.OPEN_ENDED,
        ReleaseTimes.NONE);
  }

  /** Within its season. Whether a plan opened it outside of it, its open places say. */
  public boolean isInSeason(NightOf night) {
    return (from == null || !night.date().isBefore(from))
        && (to == null || !night.date().isAfter(to));
  }
}
