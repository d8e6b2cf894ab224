package org.hotline115.callflow.board;

import org.hotline115.callflow.place.PlaceGroupId;

/** Where Redis and PostgreSQL do not say the same of one place group. */
public record BoardDifference(
    PlaceGroupId placeGroupId, What what, String onBoard, String inRecords) {

  /** What differs. */
  public enum What {
    /** The board misses the group. */
    MISSING,
    /** Open, occupied or promised. */
    FIGURES,
    /** The journal's active holds are not the board's. */
    HOLDS,
    /** The held counter is not the sum of the group's holds. */
    HELD_COUNT
  }
}
