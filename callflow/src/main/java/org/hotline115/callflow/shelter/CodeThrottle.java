package org.hotline115.callflow.shelter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.GrowingWaits;
import org.hotline115.callflow.caller.CallerKey;

/**
 * Makes guessing of six digits slow. Wrong codes are counted for the caller (all who hide their
 * number are one), and for all callers together; beyond its free number each further failure
 * doubles the wait. A shelter that calls from its own number is not kept out by strangers. Whoever
 * is kept out reaches a human: nothing is lost by it.
 */
final class CodeThrottle {

  static final int FREE_FOR_CALLER = 4;
  static final int FREE_FOR_STRANGERS = 20;
  static final int ENTRIES_MAX = 5_000;

  private static final Duration WAIT_FIRST = Duration.ofMinutes(10);
  private static final Duration FORGET_AFTER = Duration.ofHours(24);
  private static final int DOUBLINGS_MAX = 6;
  private static final String STRANGERS = "strangers";

  private final GrowingWaits waits;

  CodeThrottle(InstantSource clock) {
    this.waits =
        new GrowingWaits(
            new GrowingWaits.Rules(WAIT_FIRST, DOUBLINGS_MAX, FORGET_AFTER, ENTRIES_MAX), clock);
  }

  /** {@code known}: the caller's number is one of a shelter. */
  synchronized boolean isLocked(Optional<CallerKey> caller, boolean known) {
    return isLocked(key(caller)) || (!known && isLocked(STRANGERS));
  }

  private boolean isLocked(String key) {
    return waits.waitFor(key).isPositive();
  }

  synchronized void failed(Optional<CallerKey> caller, boolean known) {
    waits.failed(key(caller), FREE_FOR_CALLER);
    if (!known) {
      waits.failed(STRANGERS, FREE_FOR_STRANGERS);
    }
  }

  synchronized void succeeded(Optional<CallerKey> caller) {
    waits.forget(key(caller));
  }

  synchronized int size() {
    return waits.size();
  }

  private static String key(Optional<CallerKey> caller) {
    return caller.map(CallerKey::hex).orElse("hidden");
  }
}
