package org.hotline115.callflow.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.hotline115.callflow.store.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Past the hour and the grace, and nobody has said anything: the placement asks to be looked at.
 * The place stays theirs. Every gateway does this; each row is marked once.
 */
public final class MarkOverdue {

  private static final Logger log = LoggerFactory.getLogger(MarkOverdue.class);

  private static final int AT_ONCE_MAX = 50;

  private final JdbcPlacementMoves moves;
  private final PlacementMetrics metrics;
  private final Duration grace;
  private final InstantSource clock;
  private final Ids ids;

  MarkOverdue(
      JdbcPlacementMoves moves, PlacementMetrics metrics, Duration grace, InstantSource clock) {
    this.moves = moves;
    this.metrics = metrics;
    this.grace = grace;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** Tells how many were marked. Throws {@link org.hotline115.callflow.store.RecordsAway}. */
  public int run() {
    int all = 0;
    int marked;
    do {
      Instant now = clock.instant();
      marked = moves.markOverdue(now.minus(grace), AT_ONCE_MAX, ids, now).size();
      all += marked;
    } while (marked == AT_ONCE_MAX);
    if (all > 0) {
      metrics.overdue(all);
      log.atInfo().addKeyValue("placements", all).log("Placements are past their hour");
    }
    return all;
  }
}
