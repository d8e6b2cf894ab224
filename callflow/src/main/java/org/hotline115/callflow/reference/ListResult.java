package org.hotline115.callflow.reference;

import java.util.List;

/** What became of a wish to change a list. */
public sealed interface ListResult {

  /** It stands so, now or before. */
  record Saved(ListState state) implements ListResult {}

  /** Somebody changed it meanwhile; nothing was written. */
  record Conflict(ListState current) implements ListResult {}

  /** What is wrong, line by line; nothing was written. */
  record Faulty(List<ListFault> faults) implements ListResult {

    public Faulty {
      faults = List.copyOf(faults);
    }
  }
}
