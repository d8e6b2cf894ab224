package org.hotline115.callflow.placement;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.Site;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Where a secret place is, for whoever sends a driver to bring a household there: who drives is
 * written on the placement and each opening is an audit row, before anything is answered. Fails
 * closed: without the record there is no address.
 */
public final class OpenAddress {

  private final JdbcPlacements placements;
  private final JdbcPlacementMoves moves;
  private final ReadBoard board;
  private final InstantSource clock;

  OpenAddress(
      JdbcPlacements placements, JdbcPlacementMoves moves, ReadBoard board, InstantSource clock) {
    this.placements = placements;
    this.moves = moves;
    this.board = board;
    this.clock = clock;
  }

  /** {@code looksAfterAll}: also for a place that somebody else promised. */
  public AddressResult run(
      PlacementId placementId, Driver driver, AgentId by, boolean looksAfterAll) {
    try {
      Optional<Placement> placement = placements.read(placementId);
      Optional<Site> site =
          placement.flatMap(known -> board.placeGroup(known.placeGroupId())).map(PlaceGroup::site);
      if (placement.isEmpty() || site.isEmpty()) {
        return new AddressResult.NoSuchPlacement();
      }
      if (!looksAfterAll && !placement.get().confirmedBy().equals(by)) {
        return new AddressResult.NotYours();
      }
      return moves.isDriven(placementId, driver, by, clock.instant())
          ? new AddressResult.Opened(site.get().address(), site.get().commune(), site.get().phone())
          : new AddressResult.NotExpected();
    } catch (RecordsAway away) {
      return new AddressResult.RecordsDown();
    }
  }
}
