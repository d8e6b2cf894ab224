package org.hotline115.callflow.placement;

import java.time.InstantSource;
import org.hotline115.callflow.board.CapacityState;
import org.hotline115.callflow.board.ReturnedPlaces;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Somebody says how a placement went on. PostgreSQL first, places and all, then the board. Redis
 * away: it shows the figures as soon as it is back.
 */
public final class MovePlacement {

  private final JdbcPlacementMoves moves;
  private final ReturnedPlaces board;
  private final PlacementMetrics metrics;
  private final InstantSource clock;

  MovePlacement(
      JdbcPlacementMoves moves,
      ReturnedPlaces board,
      PlacementMetrics metrics,
      InstantSource clock) {
    this.moves = moves;
    this.board = board;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The same command again is answered as the first time and moves nothing twice. */
  public MoveResult run(MoveCommand command) {
    MoveResult result;
    try {
      JdbcPlacementMoves.Done done = moves.move(command, clock.instant());
      done.tonight().ifPresent(figures -> show(command.move(), figures));
      result = done.result();
    } catch (RecordsAway away) {
      result = new MoveResult.RecordsDown();
    }
    metrics.moved(command, result);
    return result;
  }

  private void show(PlacementMove move, CapacityState figures) {
    switch (move) {
      case PlacementMove.DidNotCome _, PlacementMove.Cancelled _, PlacementMove.Left _ ->
          board.cameBack(figures);
      case PlacementMove.Arrived _, PlacementMove.TakenBack _ -> board.takenAgain(figures);
      case PlacementMove.ComesLater _, PlacementMove.Overdue _ ->
          throw new IllegalStateException("the figures do not follow " + move);
    }
  }
}
