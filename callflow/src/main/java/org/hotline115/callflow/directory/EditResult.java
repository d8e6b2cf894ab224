package org.hotline115.callflow.directory;

import java.util.List;

/** What became of a change of the directory. */
public sealed interface EditResult {

  record Saved(Entry entry) implements EditResult {}

  /** Somebody changed it since it was looked at. */
  record Conflict(Entry current) implements EditResult {}

  record Faulty(List<Sheet.Fault> faults) implements EditResult {

    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /** It would send somebody away: so many are inside or promised tonight. */
  record SomebodyInside(int inside) implements EditResult {}

  /** Fewer places than closures shut: end one first. */
  record MoreClosed(int closed) implements EditResult {}

  /** The name is another's. */
  record Taken() implements EditResult {}

  record NoSuchEntry() implements EditResult {}

  /** PostgreSQL did not answer: unknown, look again. */
  record RecordsDown() implements EditResult {}
}
