package org.hotline115.callflow.placement;

/** What became of a move. */
public sealed interface MoveResult {

  /** Moved, now or at an earlier try with the same id. */
  record Moved(Placement placement) implements MoveResult {}

  /** Somebody had said the same before; nothing moved twice. */
  record AlreadySo(Placement placement) implements MoveResult {}

  /** There is no such move from where it stands. */
  record NotPossible(Placement placement) implements MoveResult {}

  /** Their place was given to somebody else, or is closed: find another one. */
  record NoPlaceLeft(Placement placement) implements MoveResult {}

  record NoSuchPlacement() implements MoveResult {}

  /** PostgreSQL did not answer: unknown. Say it again with the same id. */
  record RecordsDown() implements MoveResult {}
}
