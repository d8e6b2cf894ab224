package org.hotline115.callflow.closure;

/** What became of a wish to close places. */
public sealed interface CloseResult {

  /** On record; it is PLANNED when its time has not come. */
  record Closed(PlaceClosure closure) implements CloseResult {}

  /** More than can be closed: nobody is sent away. {@code open - occupied} may be closed now. */
  record TooMany(int open, int occupied) implements CloseResult {

    public int mayClose() {
      return Math.max(0, open - occupied);
    }
  }

  record NoSuchGroup() implements CloseResult {}

  /** The house has no such finer reason below this one, or offers it no more. */
  record NoSuchReason() implements CloseResult {}

  /** The id is another closure's. */
  record OtherClosure() implements CloseResult {}

  /** PostgreSQL did not answer: unknown, ask again with the same id. */
  record RecordsDown() implements CloseResult {}
}
