package org.hotline115.callflow.board;

import org.hotline115.callflow.call.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The call ended and nothing was confirmed: its places are free for the next household. What cannot
 * be released now (Redis away) expires by itself.
 */
public final class ReleaseHoldsOfCall {

  private static final Logger log = LoggerFactory.getLogger(ReleaseHoldsOfCall.class);

  private final PlaceBoard board;
  private final BoardMirror mirror;
  private final BoardMetrics metrics;

  ReleaseHoldsOfCall(PlaceBoard board, BoardMirror mirror, BoardMetrics metrics) {
    this.board = board;
    this.mirror = mirror;
    this.metrics = metrics;
  }

  /** How many holds were released. */
  public int run(CallId callId) {
    int released = 0;
    for (Hold hold : mirror.activeHolds()) {
      if (callId.equals(hold.callId())) {
        HoldAnswer answer = board.release(hold.holdId(), null);
        metrics.holdMoved("call_ended", answer);
        if (answer instanceof HoldAnswer.Ended) {
          released++;
        } else {
          log.atWarn()
              .addKeyValue("callId", callId)
              .addKeyValue("outcome", answer.getClass().getSimpleName())
              .log("A hold of an ended call was left to expire");
        }
      }
    }
    return released;
  }
}
