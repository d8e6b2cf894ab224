package org.hotline115.callflow.surge;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.ShowFigures;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * Opens temporary groups because somebody decided so, now or at a moment to come. The decision is
 * kept with its words. Fail-closed: without PostgreSQL nothing opens.
 */
public final class DecidePlan {

  private final JdbcPlans plans;
  private final ShowFigures showFigures;
  private final InstantSource clock;

  DecidePlan(JdbcPlans plans, ShowFigures showFigures, InstantSource clock) {
    this.plans = plans;
    this.showFigures = showFigures;
    this.clock = clock;
  }

  /**
   * What was decided. {@code planId} is the client's: it asks again with the same one.
   *
   * @param fromAt null: now
   */
  public record Wish(
      PlanId planId,
      String name,
      SurgePlan.Kind kind,
      int level,
      @Nullable Instant fromAt,
      @Nullable Instant toAt,
      List<PlaceGroupId> groups,
      String words) {

    public Wish {
      groups = groups.stream().distinct().toList();
      if (groups.isEmpty() || groups.size() > SurgePlan.GROUPS_MAX || words.isBlank()) {
        throw new IllegalArgumentException("a plan has groups and the words of its decision");
      }
      if (fromAt != null && toAt != null && !toAt.isAfter(fromAt)) {
        throw new IllegalArgumentException("a plan ends after its beginning");
      }
    }
  }

  public PlanResult run(Wish wish, AgentId by) {
    try {
      JdbcPlans.Moved moved = plans.decide(wish, by, clock.instant());
      showFigures.run(moved.figures());
      return moved.result();
    } catch (RecordsAway away) {
      return new PlanResult.RecordsDown();
    }
  }
}
