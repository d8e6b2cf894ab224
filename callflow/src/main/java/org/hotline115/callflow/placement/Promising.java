package org.hotline115.callflow.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.PinnedHolds;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.store.RecordsAway;

/**
 * From a pinned hold to a promise: PostgreSQL says, then the board shows it. Redis away or emptied:
 * the journalled hold and the constraint are enough. PostgreSQL away: nothing is promised, and the
 * hold stays.
 */
public final class Promising {

  /** Nobody is told to arrive sooner than this after the promise. */
  private static final Duration WAY_THERE_LEAST = Duration.ofMinutes(60);

  private final PinnedHolds holds;
  private final JdbcPlacements placements;
  private final ReadBoard board;
  private final InstantSource clock;
  private final ZoneId zone;

  Promising(
      PinnedHolds holds,
      JdbcPlacements placements,
      ReadBoard board,
      InstantSource clock,
      ZoneId zone) {
    this.holds = holds;
    this.placements = placements;
    this.board = board;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Promises what was pinned. Throws {@link RecordsAway} when it is unknown whether it is promised:
   * the same placement id asks again.
   */
  public PromiseResult promise(
      Hold hold, PlacementId placementId, JdbcPlacements.Together together) {
    PromiseResult result =
        placements.promise(
            new JdbcPlacements.Promise(placementId, hold, clock.instant(), arriveBefore(hold)),
            together);
    switch (result) {
      case PromiseResult.Promised promised -> holds.promised(hold.holdId(), promised.recorded());
      case PromiseResult.NoPlaceLeft() -> holds.noPlaceLeft(hold);
      case PromiseResult.HoldOver() -> {}
    }
    return result;
  }

  private Instant arriveBefore(Hold hold) {
    Instant soonest = clock.instant().plus(WAY_THERE_LEAST);
    return board
        .placeGroup(hold.placeGroupId())
        .map(group -> hold.nightOf().at(group.opening().arrivalUntil(), zone))
        .filter(soonest::isBefore)
        .orElse(soonest);
  }
}
