package org.hotline115.callflow.person;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may be on the telephone. */
public sealed interface WhoResult {

  /**
   * What was found.
   *
   * @param linked whom the contact is linked to; null for nobody in particular
   * @param found others that it may be, most likely first
   */
  record Found(@Nullable FoundPerson linked, List<FoundPerson> found) implements WhoResult {

    public Found {
      found = List.copyOf(found);
    }
  }

  /** Not an open contact of this agent. */
  record NoPurpose() implements WhoResult {}

  /** Nothing in it that could be searched: no letter, or no code. */
  record NothingToSearch() implements WhoResult {}
}
