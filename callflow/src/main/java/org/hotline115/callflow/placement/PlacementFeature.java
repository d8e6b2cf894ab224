package org.hotline115.callflow.placement;

import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.store.Database;

/** Placements, put together over the board. */
public final class PlacementFeature {

  /** What the placements stand on. */
  public record Ground(Database database, InstantSource clock, ZoneId zone) {}

  private final Ground ground;
  private final BoardFeature board;
  private final JdbcPlacements placements;

  public PlacementFeature(Ground ground, BoardFeature board) {
    this.ground = ground;
    this.board = board;
    this.placements = new JdbcPlacements(ground.database(), board.records());
  }

  /** For the request feature, which promises. */
  public Promising promising() {
    return new Promising(
        board.pinnedHolds(), placements, board.readBoard(), ground.clock(), ground.zone());
  }
}
