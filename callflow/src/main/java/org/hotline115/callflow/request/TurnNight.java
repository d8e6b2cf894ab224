package org.hotline115.callflow.request;

import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.place.NightOf;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When a night is over: what nobody decided is said so, and who wished to stay open asks for the
 * next night without calling again. Every gateway does this as often as it likes; each request goes
 * on once.
 */
public final class TurnNight {

  private static final Logger log = LoggerFactory.getLogger(TurnNight.class);

  private final JdbcRequests requests;
  private final JdbcWaitingRequests waiting;
  private final RequestMetrics metrics;
  private final InstantSource clock;
  private final ZoneId zone;

  TurnNight(
      JdbcRequests requests,
      JdbcWaitingRequests waiting,
      RequestMetrics metrics,
      InstantSource clock,
      ZoneId zone) {
    this.requests = requests;
    this.waiting = waiting;
    this.metrics = metrics;
    this.clock = clock;
    this.zone = zone;
  }

  /** Tells how many went on. Throws {@link org.hotline115.callflow.store.RecordsAway}. */
  public int run() {
    NightOf tonight = NightOf.at(clock.instant(), zone);
    int undecided = requests.closeNightsBefore(tonight, clock.instant());
    int carried = waiting.carry(tonight, clock.instant());
    if (undecided + carried > 0) {
      metrics.nightTurned(undecided, carried);
      log.atInfo()
          .addKeyValue("undecided", undecided)
          .addKeyValue("carried", carried)
          .log("The requests of the past night closed");
    }
    return carried;
  }
}
