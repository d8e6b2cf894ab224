package org.hotline115.callflow.closure;

import java.time.Instant;
import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.ShowFigures;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.reference.OwnCode;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * Shuts places of a group, now or from a moment to come. Who is inside stays inside: closing below
 * what is occupied is refused with the figure. What agents only hold is taken back, youngest first,
 * as when a shelter says a figure. Fail-closed: without PostgreSQL nothing is closed.
 */
public final class ClosePlaces {

  private final JdbcClosures closures;
  private final ShowFigures showFigures;
  private final InstantSource clock;

  ClosePlaces(JdbcClosures closures, ShowFigures showFigures, InstantSource clock) {
    this.closures = closures;
    this.showFigures = showFigures;
    this.clock = clock;
  }

  /**
   * What is to be closed. {@code closureId} is the client's: it asks again with the same one.
   *
   * @param own the house's finer reason below {@code reason}; null: none was meant
   * @param fromAt null: now
   */
  public record Wish(
      ClosureId closureId,
      PlaceGroupId placeGroupId,
      int places,
      ClosureReason reason,
      @Nullable OwnCode own,
      @Nullable Instant fromAt,
      @Nullable Instant expectedTo,
      String note) {

    public Wish {
      if (places < 1 || note.length() > PlaceClosure.NOTE_MAX) {
        throw new IllegalArgumentException(
            "at least one place, a note of at most " + PlaceClosure.NOTE_MAX + " characters");
      }
      if (fromAt != null && expectedTo != null && !expectedTo.isAfter(fromAt)) {
        throw new IllegalArgumentException("a closure ends after its beginning");
      }
    }
  }

  public CloseResult run(Wish wish, AgentId by) {
    try {
      JdbcClosures.Moved moved = closures.close(wish, by, clock.instant());
      moved.figures().ifPresent(showFigures::run);
      return moved.result();
    } catch (RecordsAway away) {
      return new CloseResult.RecordsDown();
    }
  }
}
