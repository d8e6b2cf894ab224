package org.hotline115.callflow.closure;

/** What became of a wish to open closed places again. */
public sealed interface ReopenResult {

  /** It is over, now or before. */
  record Reopened(PlaceClosure closure) implements ReopenResult {}

  record NoSuchClosure() implements ReopenResult {}

  /** PostgreSQL did not answer: unknown, ask again. */
  record RecordsDown() implements ReopenResult {}
}
