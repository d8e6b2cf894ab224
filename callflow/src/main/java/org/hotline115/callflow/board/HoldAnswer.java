package org.hotline115.callflow.board;

/** What became of a move of a hold; the record names are the words of the hold scripts. */
public sealed interface HoldAnswer {

  /** The places are still kept, until {@code hold.expiresAt()}. */
  record StillHeld(Hold hold) implements HoldAnswer {}

  /** The hold is over; its status says how. */
  record Ended(Hold hold) implements HoldAnswer {}

  /** Another agent's hold. */
  record NotYours(Hold hold) implements HoldAnswer {}

  /** Never made, or forgotten a day after its end, or lost with an emptied Redis. */
  record NoSuchHold() implements HoldAnswer {}

  /** Redis did not answer: unknown, ask again. */
  record BoardDown() implements HoldAnswer {}
}
