package org.hotline115.callflow.board;

import java.util.List;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings figures that a transaction in PostgreSQL has moved to the board and every screen, after it
 * was committed. Holds beyond the figures are taken back, youngest first. Redis away: the
 * comparison shows them as soon as it is back.
 */
public final class ShowFigures {

  private static final Logger log = LoggerFactory.getLogger(ShowFigures.class);

  private final PlaceBoard board;
  private final PlaceCatalogue catalogue;

  ShowFigures(PlaceBoard board, PlaceCatalogue catalogue) {
    this.board = board;
    this.catalogue = catalogue;
  }

  /** The group is read anew first: the change must not be shown with the words of before. */
  public void run(CapacityState recorded) {
    run(List.of(recorded));
  }

  /** Several at once: the groups are read anew once. */
  public void run(List<CapacityState> recorded) {
    if (recorded.isEmpty()) {
      return;
    }
    try {
      catalogue.refresh();
    } catch (RecordsAway away) {
      log.atWarn().log("The place groups could not be read again; the next look will");
    }
    recorded.forEach(board::tell);
  }
}
