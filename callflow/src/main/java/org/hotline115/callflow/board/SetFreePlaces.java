package org.hotline115.callflow.board;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.UUID;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * A shelter says how many places it can still give. The figure counts what an agent holds at this
 * moment, because the shelter cannot know of it: 3 free with 2 held leaves 1. Places promised
 * tonight stay occupied whatever is said. Holds beyond the figure are taken back, youngest first.
 */
public final class SetFreePlaces {

  private final PlaceBoard board;
  private final JdbcBoardRecords records;
  private final BoardMetrics metrics;
  private final InstantSource clock;
  private final ZoneId zone;

  SetFreePlaces(
      PlaceBoard board,
      JdbcBoardRecords records,
      BoardMetrics metrics,
      InstantSource clock,
      ZoneId zone) {
    this.board = board;
    this.records = records;
    this.metrics = metrics;
    this.clock = clock;
    this.zone = zone;
  }

  /** {@code by}: the account or the team as screens show it, at most 60 characters. */
  public TellResult run(PlaceGroupId group, int free, String by, UpdateSource source) {
    return run(new Telling(UUID.randomUUID(), group, free, by, source));
  }

  /** Repeatable: the same telling again changes nothing. */
  public TellResult run(Telling telling) {
    return run(telling, clock.instant());
  }

  /** Tonight's figure as it was said a while ago; it is as old as that on every screen. */
  public TellResult run(Telling telling, Instant saidAt) {
    TellResult result = tell(telling, saidAt);
    metrics.told(result);
    return result;
  }

  private TellResult tell(Telling telling, Instant saidAt) {
    try {
      TellResult result = records.tell(telling, NightOf.at(clock.instant(), zone), saidAt);
      if (result instanceof TellResult.Told told) {
        // Redis away: the comparison shows it as soon as it is back.
        return board.tell(told.state()) instanceof CapacityAnswer.Taken taken
            ? new TellResult.Told(taken.state())
            : told;
      }
      return result;
    } catch (RecordsAway away) {
      return new TellResult.RecordsDown();
    }
  }
}
