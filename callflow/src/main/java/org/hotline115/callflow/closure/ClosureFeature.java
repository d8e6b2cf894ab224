package org.hotline115.callflow.closure;

import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.ShowFigures;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Database;

/** Closures, put together over the board. */
public final class ClosureFeature {

  /** What the closures stand on. */
  public record Ground(
      Database database,
      JdbcAuditTrail audit,
      Departement departement,
      InstantSource clock,
      ZoneId zone) {}

  private final JdbcClosures closures;
  private final ShowFigures showFigures;
  private final InstantSource clock;

  public ClosureFeature(Ground ground, BoardFeature board) {
    this.closures =
        new JdbcClosures(ground.database(), ground.departement(), ground.audit(), ground.zone());
    this.showFigures = board.showFigures();
    this.clock = ground.clock();
  }

  public ClosePlaces closePlaces() {
    return new ClosePlaces(closures, showFigures, clock);
  }

  public ReopenPlaces reopenPlaces() {
    return new ReopenPlaces(closures, showFigures, clock);
  }

  public BeginAndEndClosures beginAndEndClosures() {
    return new BeginAndEndClosures(closures, showFigures, clock);
  }

  public ReadClosures readClosures() {
    return new ReadClosures(closures, clock);
  }
}
