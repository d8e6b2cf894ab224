package org.hotline115.callflow.person;

import java.time.Instant;
import java.util.Set;
import org.hotline115.callflow.placement.FileCode;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a person: enough to ask "is it you?", and why they are in the list.
 *
 * @param lastContactAt null when there was none yet
 */
public record FoundPerson(
    PersonId personId,
    FileCode code,
    PersonDetails details,
    @Nullable Instant lastContactAt,
    Set<Why> why) {

  /** Why somebody is suggested. */
  public enum Why {
    /** Linked to this contact. */
    LINKED,
    /** This number is one of theirs. */
    NUMBER,
    /** The same, and other persons use it too. */
    SHARED_NUMBER,
    /** Their own code, or the code of a request of theirs. */
    CODE,
    /** Every word of the name, as it is written. */
    NAME,
    /** Every word of the name, as it is heard. */
    SOUNDS_LIKE,
    BIRTH_YEAR,
    /** A year beside it, as years are often misheard. */
    NEAR_BIRTH_YEAR
  }

  public FoundPerson {
    why = Set.copyOf(why);
  }
}
