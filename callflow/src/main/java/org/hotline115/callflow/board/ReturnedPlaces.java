package org.hotline115.callflow.board;

/**
 * Shows on every screen what came back or was taken again, after PostgreSQL has it. Redis away: the
 * comparison shows it as soon as it is back.
 */
public final class ReturnedPlaces {

  private final PlaceBoard board;
  private final JdbcReturnedPlaces records;

  ReturnedPlaces(PlaceBoard board, JdbcReturnedPlaces records) {
    this.board = board;
    this.records = records;
  }

  /** For the transaction of whoever moves a placement. */
  public JdbcReturnedPlaces records() {
    return records;
  }

  /** Tonight's figures, as PostgreSQL has them now. */
  public void cameBack(CapacityState recorded) {
    board.show(recorded);
  }

  /** Holds that counted on these places are taken back: better told now than at the door. */
  public void takenAgain(CapacityState recorded) {
    board.tell(recorded);
  }
}
