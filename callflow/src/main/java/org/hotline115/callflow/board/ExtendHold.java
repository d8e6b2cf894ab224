package org.hotline115.callflow.board;

import org.hotline115.callflow.access.AgentId;

/** Ten more minutes for a talk that takes longer, up to the longest life of a hold. */
public final class ExtendHold {

  private final PlaceBoard board;
  private final BoardMetrics metrics;

  ExtendHold(PlaceBoard board, BoardMetrics metrics) {
    this.board = board;
    this.metrics = metrics;
  }

  public HoldAnswer run(HoldId holdId, AgentId agent) {
    HoldAnswer answer = board.extend(holdId, agent);
    metrics.holdMoved("extend", answer);
    return answer;
  }
}
