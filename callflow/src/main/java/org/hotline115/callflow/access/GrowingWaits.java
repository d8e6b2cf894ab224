package org.hotline115.callflow.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Failures by key: beyond its free number each further one doubles the wait, and after some quiet
 * all is forgotten. The map is bounded: the longest unused entry goes first. Not safe for several
 * threads: whoever counts under several keys at once holds the lock.
 */
public final class GrowingWaits {

  /** {@code first} is the wait after the first failure that is not free. */
  public record Rules(Duration first, int doublingsMax, Duration forgetAfter, int entriesMax) {}

  private record Failures(int count, Instant last, Instant waitUntil) {}

  private final Rules rules;
  private final InstantSource clock;
  private final Map<String, Failures> failuresByKey;

  public GrowingWaits(Rules rules, InstantSource clock) {
    this.rules = rules;
    this.clock = clock;
    this.failuresByKey =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > rules.entriesMax();
          }
        };
  }

  /** How long this key has to wait; zero when it may try. */
  public Duration waitFor(String key) {
    Failures failures = failuresByKey.get(key);
    Instant now = clock.instant();
    return failures != null && failures.waitUntil().isAfter(now)
        ? Duration.between(now, failures.waitUntil())
        : Duration.ZERO;
  }

  /** The {@code free}th failure is the first that makes the next try wait. */
  public void failed(String key, int free) {
    Instant now = clock.instant();
    Failures before = failuresByKey.get(key);
    int count =
        before == null || before.last().plus(rules.forgetAfter()).isBefore(now)
            ? 1
            : before.count() + 1;
    Instant until =
        count < free
            ? now
            : now.plus(
                rules.first().multipliedBy(1L << Math.min(count - free, rules.doublingsMax())));
    failuresByKey.put(key, new Failures(count, now, until));
  }

  public void forget(String key) {
    failuresByKey.remove(key);
  }

  public int size() {
    return failuresByKey.size();
  }
}
