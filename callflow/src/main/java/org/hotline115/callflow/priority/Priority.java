package org.hotline115.callflow.priority;

import java.util.Comparator;
import java.util.List;

/**
 * Where a household stands in a grid, and why: a help to a person who decides, never a refusal.
 *
 * @param level 1 comes first
 * @param because the reasons that gave it this level; empty: no rule spoke
 */
public record Priority(int level, List<PriorityReason> because) {

  /** Among equals the earlier request comes first, so this alone is no order of requests. */
  public static final Comparator<Priority> FIRST_FIRST = Comparator.comparingInt(Priority::level);

  public Priority {
    because = List.copyOf(because);
  }
}
