package org.hotline115.callflow.shelter;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.place.NightOf;

/**
 * When shelters are asked. At each hour of {@code at} who will be stale within {@code ahead}; after
 * the last of them, until {@code until}, who is stale, at most once in {@code every}; later than
 * that only who wishes to be asked at night.
 *
 * @param answerWithin so long a question by text waits before the next group of that site is asked
 */
public record AskingHours(
    List<LocalTime> at, Duration every, LocalTime until, Duration ahead, Duration answerWithin) {

  private static final Duration EVERY_LEAST = Duration.ofMinutes(10);

  public static final AskingHours DEFAULT =
      new AskingHours(
          List.of(LocalTime.of(17, 0)),
          Duration.ofMinutes(90),
          LocalTime.of(23, 0),
          Duration.ofHours(2),
          Duration.ofMinutes(30));

  public AskingHours {
    at = at.stream().sorted().toList();
    if (at.isEmpty() || every.compareTo(EVERY_LEAST) < 0) {
      throw new IllegalArgumentException("there is an hour at least, and 10 minutes between");
    }
    if (ahead.isNegative() || answerWithin.isNegative() || answerWithin.isZero()) {
      throw new IllegalArgumentException("times are not negative");
    }
  }

  /**
   * A time of asking; each group is asked once in it.
   *
   * @param number counts from 0 within the night
   * @param staleHorizon who was last fresh until before this is asked
   * @param atNight only who wishes it
   */
  record Round(int number, Instant staleHorizon, boolean atNight) {}

  /** Only who wishes it is asked by text now. */
  boolean isNight(Instant now, ZoneId zone) {
    return !now.isBefore(NightOf.at(now, zone).at(until, zone));
  }

  /** The round that this moment lies in; empty before the first hour. */
  Optional<Round> round(Instant now, ZoneId zone) {
    NightOf night = NightOf.at(now, zone);
    List<Instant> hours = at.stream().map(hour -> night.at(hour, zone)).sorted().toList();
    if (now.isBefore(hours.getFirst())) {
      return Optional.empty();
    }
    boolean atNight = isNight(now, zone);
    Instant last = hours.getLast();
    long repeated = now.isBefore(last) ? 0 : Duration.between(last, now).dividedBy(every);
    int begun = (int) hours.stream().filter(hour -> !hour.isAfter(now)).count();
    return Optional.of(
        new Round(
            begun - 1 + Math.toIntExact(repeated),
            repeated == 0 && !atNight ? now.plus(ahead) : now,
            atNight));
  }
}
