package org.hotline115.callflow.truth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What coordinators must know of the board's truth. */
public final class ReadAlarms {

  private static final Duration DECIDED_SHOWN_FOR = Duration.ofDays(7);
  private static final int SHOWN_MAX = 200;

  private final JdbcAlarms alarms;
  private final InstantSource clock;

  ReadAlarms(JdbcAlarms alarms, InstantSource clock) {
    this.alarms = alarms;
    this.clock = clock;
  }

  /** Open ones first. Throws {@link org.hotline115.callflow.store.RecordsAway}. */
  public List<BoardAlarm> run() {
    return alarms.list(clock.instant().minus(DECIDED_SHOWN_FOR), SHOWN_MAX);
  }
}
