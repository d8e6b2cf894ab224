package org.hotline115.callflow.closure;

import java.time.Instant;
import java.util.Objects;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.reference.OwnCode;
import org.jspecify.annotations.Nullable;

/**
 * Places of one group that are shut from one moment to another.
 *
 * <p>PLANNED → ACTIVE ({@link ClosePlaces}, or {@link BeginAndEndClosures} when its time has come)
 * → ENDED ({@link ReopenPlaces}, or by itself at {@code expectedTo}); PLANNED → CANCELLED.
 *
 * @param own the finer reason of the house, which counts as {@code reason}; null: none
 * @param expectedTo null: until somebody opens them again
 * @param tooManyInside how many people too many kept a due closure from beginning; it is tried
 *     again
 */
public record PlaceClosure(
    ClosureId closureId,
    PlaceGroupId placeGroupId,
    int places,
    ClosureReason reason,
    @Nullable OwnCode own,
    Instant fromAt,
    @Nullable Instant expectedTo,
    String note,
    Status status,
    int tooManyInside,
    AgentId decidedBy,
    Instant decidedAt,
    @Nullable AgentId endedBy,
    @Nullable Instant endedAt) {

  public static final int NOTE_MAX = 200;

  /** Where a closure stands. */
  public enum Status {
    PLANNED,
    ACTIVE,
    ENDED,
    CANCELLED
  }

  /** True when {@code wish} asks for this very closure once more. */
  boolean isWhat(ClosePlaces.Wish wish) {
    return placeGroupId.equals(wish.placeGroupId())
        && places == wish.places()
        && reason == wish.reason()
        && Objects.equals(own, wish.own())
        && note.equals(wish.note());
  }
}
