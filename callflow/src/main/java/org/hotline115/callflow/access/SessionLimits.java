package org.hotline115.callflow.access;

import java.time.Duration;

/** How long a session lives at most, and how long without any request. */
public record SessionLimits(Duration absolute, Duration idle) {

  /** A night shift with its hand-over, and a long talk. */
  public static final SessionLimits SHIFT =
      new SessionLimits(Duration.ofHours(12), Duration.ofHours(2));

  public SessionLimits {
    if (absolute.compareTo(idle) < 0 || idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException(
          "a session's idle limit is over 0 and within the absolute");
    }
  }
}
