package org.hotline115.callflow.board;

/** What became of a shelter's figure. */
public sealed interface TellResult {

  /** On record; {@code state} is what PostgreSQL has now. */
  record Told(CapacityState state) implements TellResult {}

  /** More free places than the group has open. */
  record TooMany(int open) implements TellResult {}

  /** This id was used before, for another group or figure. */
  record OtherTelling() implements TellResult {}

  record NoSuchGroup() implements TellResult {}

  /** PostgreSQL did not answer: unknown, say it again. */
  record RecordsDown() implements TellResult {}
}
