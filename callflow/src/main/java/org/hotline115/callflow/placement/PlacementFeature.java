package org.hotline115.callflow.placement;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.ReturnedPlaces;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Database;

/** Placements, put together over the board. */
public final class PlacementFeature {

  /**
   * What the placements stand on.
   *
   * @param grace how long after the agreed hour somebody is asked to look
   */
  public record Ground(
      Database database,
      JdbcAuditTrail audit,
      Departement departement,
      ZoneId zone,
      InstantSource clock,
      MeterRegistry meters,
      Duration grace) {}

  private final Ground ground;
  private final BoardFeature board;
  private final JdbcPlacements placements;
  private final JdbcPlacementMoves moves;
  private final ReturnedPlaces returnedPlaces;
  private final PlacementMetrics metrics;

  public PlacementFeature(Ground ground, BoardFeature board) {
    this.ground = ground;
    this.board = board;
    this.returnedPlaces = board.returnedPlaces();
    this.metrics = new PlacementMetrics(ground.meters());
    this.placements = new JdbcPlacements(ground.database(), board.records(), ground.departement());
    this.moves =
        new JdbcPlacementMoves(
            ground.database(), returnedPlaces.records(), ground.audit(), ground.departement());
  }

  /** For the request feature, which promises. */
  public Promising promising() {
    return new Promising(
        board.pinnedHolds(), placements, board.readBoard(), ground.clock(), ground.zone());
  }

  public MovePlacement movePlacement() {
    return new MovePlacement(moves, returnedPlaces, metrics, ground.clock());
  }

  public OpenAddress openAddress() {
    return new OpenAddress(placements, moves, board.readBoard(), ground.clock());
  }

  /** A job for every gateway. */
  public MarkOverdue markOverdue() {
    return new MarkOverdue(moves, metrics, ground.grace(), ground.clock());
  }

  public ReadPlacements readPlacements() {
    return new ReadPlacements(placements, ground.clock(), ground.zone());
  }
}
