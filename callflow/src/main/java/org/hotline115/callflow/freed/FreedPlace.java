package org.hotline115.callflow.freed;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.request.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * Places that came back tonight, until they are given again.
 *
 * <pre>
 *   WAITING -> PROPOSED -> TAKEN -> GIVEN     a person takes it, holds the place and promises it
 *      ^----------'----------'                nobody fits any more; the hold ran out
 *   each of the first three -> GONE           they came after all, or the night is over
 * </pre>
 *
 * @param requestId whose turn it is
 */
public record FreedPlace(
    FreedId freedId,
    PlaceGroupId placeGroupId,
    NightOf nightOf,
    int places,
    Instant freedAt,
    Status status,
    @Nullable RequestId requestId,
    @Nullable Instant proposedAt,
    @Nullable HoldId holdId,
    @Nullable AgentId takenBy,
    @Nullable Instant takenAt) {

  /** Where it stands. */
  public enum Status {
    WAITING,
    PROPOSED,
    TAKEN,
    GIVEN,
    GONE
  }
}
