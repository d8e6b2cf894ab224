package org.hotline115.callflow.freed;

import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.request.ShelterRequest;

/** What became of taking a freed place for the household whose turn it is. */
public sealed interface TakeResult {

  /** The place is held for them by this agent, now or at an earlier try with the same id. */
  record Taken(Hold hold, ShelterRequest request) implements TakeResult {}

  /** Another agent was quicker. */
  record TakenBefore() implements TakeResult {}

  /** It is proposed to nobody at this moment, or not there any more. */
  record NotProposed() implements TakeResult {}

  /** The board said otherwise: the turn is free for the next try. */
  record NotHeld(HoldResult result) implements TakeResult {}
}
