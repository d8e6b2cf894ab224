package org.hotline115.callflow.surge;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.ShowFigures;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Database;

/** Plans, put together over the board. */
public final class SurgeFeature {

  /** What the plans stand on. */
  public record Ground(
      Database database,
      JdbcAuditTrail audit,
      Departement departement,
      InstantSource clock,
      ZoneId zone) {}

  private final JdbcPlans plans;
  private final ShowFigures showFigures;
  private final InstantSource clock;

  public SurgeFeature(Ground ground, BoardFeature board) {
    this.plans =
        new JdbcPlans(ground.database(), ground.departement(), ground.audit(), ground.zone());
    this.showFigures = board.showFigures();
    this.clock = ground.clock();
  }

  public DecidePlan decidePlan() {
    return new DecidePlan(plans, showFigures, clock);
  }

  public EndPlan endPlan() {
    return new EndPlan(plans, showFigures, clock);
  }

  public OpenAndClosePlans openAndClosePlans() {
    return new OpenAndClosePlans(plans, showFigures, clock);
  }

  /** Open and planned ones first, then the newest. Throws when the records are away. */
  public List<SurgePlan> list() {
    return plans.list(clock.instant());
  }
}
