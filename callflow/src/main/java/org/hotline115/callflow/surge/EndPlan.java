package org.hotline115.callflow.surge;

import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.ShowFigures;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Closes a plan, or calls one off that is not open yet. Nobody is sent away: a group with people
 * inside gives no place any more, and closes with the last of them. Twice is once.
 */
public final class EndPlan {

  private final JdbcPlans plans;
  private final ShowFigures showFigures;
  private final InstantSource clock;

  EndPlan(JdbcPlans plans, ShowFigures showFigures, InstantSource clock) {
    this.plans = plans;
    this.showFigures = showFigures;
    this.clock = clock;
  }

  public PlanResult run(PlanId planId, String words, AgentId by) {
    try {
      JdbcPlans.Moved moved = plans.end(planId, words, by, clock.instant());
      showFigures.run(moved.figures());
      return moved.result();
    } catch (RecordsAway away) {
      return new PlanResult.RecordsDown();
    }
  }
}
