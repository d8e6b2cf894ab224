package org.hotline115.callflow.board;

import java.time.Instant;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one place group for one night.
 *
 * @param open places that exist tonight (installed - closed)
 * @param occupied places with somebody in them or promised to somebody
 * @param promised the part of {@code occupied} that this service promised tonight
 * @param held places that an agent keeps for a few minutes
 * @param record counts the changes of this row in PostgreSQL; a lower one never overwrites
 * @param version the board's number of the change that made this state
 */
public record CapacityState(
    PlaceGroupId placeGroupId,
    NightOf nightOf,
    int open,
    int occupied,
    int promised,
    int held,
    @Nullable Instant toldAt,
    String toldBy,
    @Nullable UpdateSource source,
    long record,
    long version) {

  /** Derived, never stored: a counter of free places could drift. */
  public int available() {
    return Math.max(0, open - occupied - held);
  }
}
