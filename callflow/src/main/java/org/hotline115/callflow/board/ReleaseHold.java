package org.hotline115.callflow.board;

import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;

/** Gives places back: the agent its own hold, a coordinator or supervisor anybody's. */
public final class ReleaseHold {

  private final PlaceBoard board;
  private final BoardMetrics metrics;

  ReleaseHold(PlaceBoard board, BoardMetrics metrics) {
    this.board = board;
    this.metrics = metrics;
  }

  /** {@code Ended} also when it was over before: the places are free, which is what was wished. */
  public HoldAnswer run(HoldId holdId, AgentId agent, Role role) {
    boolean anybodys =
        switch (role) {
          case COORDINATOR, SUPERVISOR, ADMIN -> true;
          case LISTENER, PLACE_MANAGER -> false;
        };
    HoldAnswer answer = board.release(holdId, anybodys ? null : agent);
    metrics.holdMoved("release", answer);
    return answer;
  }
}
