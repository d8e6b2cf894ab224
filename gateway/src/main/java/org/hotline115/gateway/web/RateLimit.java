package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many in so long, for each of a bounded number of names; the longest unused is forgotten. */
final class RateLimit {

  static final int NAMES_MAX = 10_000;

  private record Window(Instant began, int taken) {}

  private final int most;
  private final Duration window;
  private final InstantSource clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > NAMES_MAX;
        }
      };

  RateLimit(int most, Duration window, InstantSource clock) {
    this.most = most;
    this.window = window;
    this.clock = clock;
  }

  /** False when this name has had all of its share. */
  synchronized boolean take(String name) {
    Window now = current(name);
    if (now.taken() >= most) {
      return false;
    }
    windows.put(name, new Window(now.began(), now.taken() + 1));
    return true;
  }

  synchronized boolean isSpent(String name) {
    return current(name).taken() >= most;
  }

  private Window current(String name) {
    Instant now = clock.instant();
    Window known = windows.get(name);
    return known == null || !known.began().plus(window).isAfter(now) ? new Window(now, 0) : known;
  }
}
