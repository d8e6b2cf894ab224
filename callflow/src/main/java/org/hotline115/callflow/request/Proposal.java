package org.hotline115.callflow.request;

import java.time.Instant;
import org.hotline115.callflow.board.Hold;
import org.jspecify.annotations.Nullable;

/** A held place offered to the person. One offer per hold, so the hold's id is its id. */
record Proposal(
    RequestId requestId,
    Hold hold,
    Instant offeredAt,
    @Nullable Answer answer,
    @Nullable Instant answerAt,
    @Nullable RefusalReason refusalReason) {

  /** What the person said. */
  enum Answer {
    ACCEPTED,
    REFUSED,
    NO_ANSWER
  }
}
