package org.hotline115.callflow.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the agent let the caller listen to music. A hold that is told twice counts once. */
public record HoldTime(long seconds, @Nullable Instant since, @Nullable Instant lastEndedAt) {

  static final HoldTime NONE = new HoldTime(0, null, null);

  HoldTime started(Instant at) {
    boolean known = since != null || (lastEndedAt != null && !at.isAfter(lastEndedAt));
    return known ? this : new HoldTime(seconds, at, lastEndedAt);
  }

  HoldTime ended(Instant at) {
    return since == null || at.isBefore(since)
        ? this
        : new HoldTime(seconds + Duration.between(since, at).toSeconds(), null, at);
  }

  /** All of it, a hold that still lasts at {@code end} included. */
  long secondsUntil(@Nullable Instant end) {
    return end == null ? seconds : ended(end).seconds();
  }
}
