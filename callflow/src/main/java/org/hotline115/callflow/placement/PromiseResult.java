package org.hotline115.callflow.placement;

import org.hotline115.callflow.board.CapacityState;

/** What PostgreSQL, which has the last word, said to a promise. */
public sealed interface PromiseResult {

  /** Promised, now or at an earlier try with the same id. */
  record Promised(Placement placement, CapacityState recorded) implements PromiseResult {}

  /** The constraint refused: more would be promised than is open. */
  record NoPlaceLeft() implements PromiseResult {}

  /** The hold was over before it was promised. */
  record HoldOver() implements PromiseResult {}
}
