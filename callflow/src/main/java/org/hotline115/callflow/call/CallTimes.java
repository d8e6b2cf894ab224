package org.hotline115.callflow.call;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When what happened, as far as we know. Absent means: not seen (yet). */
public record CallTimes(
    Instant firstSeenAt,
    @Nullable Instant arrivedAt,
    @Nullable Instant enqueuedAt,
    @Nullable Instant lastEnqueuedAt,
    @Nullable Instant ringingAt,
    @Nullable Instant ringMissedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant leftQueueAt,
    @Nullable Instant handedOffAt,
    @Nullable Instant endedAt,
    @Nullable Instant cutAt,
    @Nullable Instant wrappedUpAt) {

  /** The queue log counts whole seconds; within this it means the same moment as an event. */
  static final Duration SAME_MOMENT = Duration.ofSeconds(2);

  static CallTimes startingAt(Instant firstSeenAt) {
    return new CallTimes(
        firstSeenAt, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** When the call reached us: its arrival, or the first we know of it. */
  public Instant receivedAt() {
    return arrivedAt == null ? firstSeenAt : arrivedAt;
  }

  /** When the line was free again: an orderly end, or the cut. */
  public @Nullable Instant overAt() {
    return endedAt == null ? cutAt : endedAt;
  }

  /** Ended by the death of the exchange, and not by an orderly hang-up before it. */
  public boolean cut() {
    return cutAt != null && (endedAt == null || !cutAt.isAfter(endedAt.plus(SAME_MOMENT)));
  }

  /** True while an agent's phone rings for this call. */
  boolean rings() {
    return ringingAt != null && (ringMissedAt == null || ringMissedAt.isBefore(ringingAt));
  }

  public @Nullable Long waitSeconds() {
    return seconds(enqueuedAt, first(answeredAt, leftQueueAt, overAt()));
  }

  /** How long the agent wrote afterwards, who talked first. */
  @Nullable Long wrapUpSeconds(@Nullable Instant talkEndedAt) {
    return answeredAt == null ? null : seconds(first(talkEndedAt, overAt()), wrappedUpAt);
  }

  private static @Nullable Long seconds(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? null : Math.max(0, Duration.between(from, to).toSeconds());
  }

  private static @Nullable Instant first(@Nullable Instant... candidates) {
    return Stream.of(candidates).filter(candidate -> candidate != null).findFirst().orElse(null);
  }

  /**
   * The earlier of two. Two readings of one moment (an event and a record of it) count once: the
   * finer clock wins, among equals the one we had.
   */
  static Instant earlier(@Nullable Instant known, Instant told) {
    if (known == null) {
      return told;
    }
    if (isSameMoment(known, told)) {
      return isCoarse(known) && !isCoarse(told) ? told : known;
    }
    return known.isBefore(told) ? known : told;
  }

  static boolean isSameMoment(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(SAME_MOMENT) < 0;
  }

  static Instant later(@Nullable Instant known, Instant told) {
    return known == null || known.isBefore(told) ? told : known;
  }

  private static boolean isCoarse(Instant instant) {
    return instant.equals(instant.truncatedTo(ChronoUnit.SECONDS));
  }
}
