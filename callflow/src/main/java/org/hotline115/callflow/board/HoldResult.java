package org.hotline115.callflow.board;

/** What became of the wish to keep places; the record names are the words of hold_place.lua. */
public sealed interface HoldResult {

  /** Kept; also the answer when the same hold is asked for again. */
  record Held(Hold hold, CapacityState state) implements HoldResult {}

  /** Somebody was faster: so many are still free. */
  record AlreadyTaken(int free) implements HoldResult {}

  /** The group takes nobody tonight, or is not on tonight's board. */
  record Closed() implements HoldResult {}

  /** This hold was made before and is over. */
  record Ended(Hold hold) implements HoldResult {}

  /** The id belongs to a hold with other content. */
  record OtherHold() implements HoldResult {}

  /** Redis did not answer. Whether the places are kept is unknown: ask again with the same id. */
  record BoardDown() implements HoldResult {}
}
