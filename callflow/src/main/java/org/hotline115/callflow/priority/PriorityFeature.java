package org.hotline115.callflow.priority;

import java.time.InstantSource;
import java.util.List;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Database;

/** The grids of priorities, put together. */
public final class PriorityFeature {

  /** What the grids stand on; {@code ruleSets} were read and checked at the start. */
  public record Ground(
      Database database,
      JdbcAuditTrail audit,
      Departement departement,
      InstantSource clock,
      List<PriorityRuleSet> ruleSets) {

    public Ground {
      ruleSets = List.copyOf(ruleSets);
    }
  }

  private final PriorityRules rules;

  public PriorityFeature(Ground ground) {
    this.rules =
        new PriorityRules(
            ground.ruleSets(),
            new JdbcPriorityChoices(ground.database(), ground.departement(), ground.audit()),
            ground.clock());
  }

  public PriorityRules rules() {
    return rules;
  }
}
