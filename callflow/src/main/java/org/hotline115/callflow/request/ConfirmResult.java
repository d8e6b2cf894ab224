package org.hotline115.callflow.request;

import org.hotline115.callflow.placement.Placement;

/** What became of a promise. */
public sealed interface ConfirmResult {

  /** Promised, now or at an earlier try with the same id. */
  record Confirmed(Placement placement, RequestId requestId) implements ConfirmResult {}

  /** The hold is over: hold again first. */
  record Expired() implements ConfirmResult {}

  record NotYours() implements ConfirmResult {}

  /** Never held, or lost with an emptied Redis before it was written down: hold again first. */
  record NoSuchHold() implements ConfirmResult {}

  /** PostgreSQL's constraint refused: the place does not exist any more. */
  record NoPlaceLeft() implements ConfirmResult {}

  record NoSuchContact() implements ConfirmResult {}

  /** Nothing may be told to the person: whether it is promised is unknown. Ask again, same id. */
  record RecordsDown() implements ConfirmResult {}
}
