package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long to leave a provider in peace: doubling from one second to half a minute, each time
 * between half and all of it, so that several gateways do not come back together.
 */
final class Pace {

  static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int DOUBLINGS_MAX = 5;

  private final RandomGenerator random;
  private int troubles;
  private Instant pausedUntil = Instant.MIN;

  Pace(RandomGenerator random) {
    this.random = random;
  }

  synchronized boolean allows(Instant now) {
    return !now.isBefore(pausedUntil);
  }

  synchronized void good() {
    troubles = 0;
  }

  /** Everybody waits until the returned time. */
  synchronized Instant trouble(Instant now) {
    pausedUntil = now.plus(backOff(troubles));
    troubles = Math.min(troubles + 1, DOUBLINGS_MAX);
    return pausedUntil;
  }

  /** For one message alone, after so many tries. */
  Duration backOff(int tries) {
    long millis = 1_000L << Math.min(Math.max(tries, 0), DOUBLINGS_MAX);
    long longest = Math.min(millis, LONGEST.toMillis());
    return Duration.ofMillis(random.nextLong(longest / 2, longest + 1));
  }
}
