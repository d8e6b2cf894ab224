package org.hotline115.callflow.surge;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * A plan and what was decided about it.
 *
 * <p>PLANNED → OPEN ({@link DecidePlan}, or {@link OpenAndClosePlans} when its time has come) →
 * CLOSED ({@link EndPlan}, or by itself at {@code toAt}); PLANNED → CANCELLED.
 *
 * @param level 1 to 4, as the prefecture counts
 * @param toAt null: until somebody closes it
 * @param inside people inside the groups of a closed plan: each closes when they have left
 */
public record SurgePlan(
    PlanId planId,
    String name,
    Kind kind,
    int level,
    Instant fromAt,
    @Nullable Instant toAt,
    Status status,
    List<PlaceGroupId> groups,
    int inside,
    List<Decision> decisions) {

  public static final int NAME_MAX = 80;
  public static final int WORDS_MAX = 500;
  public static final int GROUPS_MAX = 200;
  public static final int LEVEL_MAX = 4;

  /** Against what. */
  public enum Kind {
    WINTER,
    COLD_SPELL,
    HEATWAVE,
    STORM,
    OTHER
  }

  /** Where a plan stands. */
  public enum Status {
    PLANNED,
    OPEN,
    CLOSED,
    CANCELLED
  }

  /** Who decided what, in which words or by which reference, and when. */
  public record Decision(What what, String words, AgentId by, Instant at) {}

  /** What was decided, or happened because it had been. */
  public enum What {
    DECIDED,
    OPENED,
    CLOSED,
    CANCELLED
  }

  public SurgePlan {
    groups = List.copyOf(groups);
    decisions = List.copyOf(decisions);
  }
}
