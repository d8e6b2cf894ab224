package org.hotline115.callflow.shelter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

  private record Failures(int count, Instant last, Instant lockedUntil) {}

  private final InstantSource clock;
  private final Map<String, Failures> failuresByKey =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > ENTRIES_MAX;
        }
      };

  CodeThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /** {@code known}: the caller's number is one of a shelter. */
  synchronized boolean isLocked(Optional<CallerKey> caller, boolean known) {
    return isLocked(key(caller)) || (!known && isLocked(STRANGERS));
  }

  private boolean isLocked(String key) {
    Failures failures = failuresByKey.get(key);
    return failures != null && failures.lockedUntil().isAfter(clock.instant());
  }

  synchronized void failed(Optional<CallerKey> caller, boolean known) {
    add(key(caller), FREE_FOR_CALLER);
    if (!known) {
      add(STRANGERS, FREE_FOR_STRANGERS);
    }
  }

  synchronized void succeeded(Optional<CallerKey> caller) {
    failuresByKey.remove(key(caller));
  }

  synchronized int size() {
    return failuresByKey.size();
  }

  private void add(String key, int free) {
    Instant now = clock.instant();
    Failures before = failuresByKey.get(key);
    int count =
        before == null || before.last().plus(FORGET_AFTER).isBefore(now) ? 1 : before.count() + 1;
    Instant until =
        count < free
            ? now
            : now.plus(WAIT_FIRST.multipliedBy(1L << Math.min(count - free, DOUBLINGS_MAX)));
    failuresByKey.put(key, new Failures(count, now, until));
  }

  private static String key(Optional<CallerKey> caller) {
    return caller.map(CallerKey::hex).orElse("hidden");
  }
}
