package org.hotline115.callflow.surge;

import java.util.List;
import org.hotline115.callflow.place.PlaceGroupId;

/** What became of a decision about a plan. */
public sealed interface PlanResult {

  /** On record; look at its status. */
  record Noted(SurgePlan plan) implements PlanResult {}

  /** These are no temporary groups of this département: a plan neither opens nor closes them. */
  record NotTemporary(List<PlaceGroupId> groups) implements PlanResult {

    public NotTemporary {
      groups = List.copyOf(groups);
    }
  }

  record NoSuchPlan() implements PlanResult {}

  /** The id is another plan's. */
  record OtherPlan() implements PlanResult {}

  /** PostgreSQL did not answer: unknown, ask again with the same id. */
  record RecordsDown() implements PlanResult {}
}
