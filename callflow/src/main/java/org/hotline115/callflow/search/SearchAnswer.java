package org.hotline115.callflow.search;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.place.NightOf;

/**
 * Who can take a household tonight.
 *
 * @param asOf the age of the figures, also while the board is down
 * @param fitting how many groups fit in all; {@code fits} are the best of them, best first
 * @param nearMisses groups that one single reason keeps from fitting, the nearest first
 */
public record SearchAnswer(
    NightOf nightOf,
    BoardLight state,
    Instant asOf,
    int fitting,
    List<FoundPlace> fits,
    List<FoundPlace> nearMisses) {

  public SearchAnswer {
    fits = List.copyOf(fits);
    nearMisses = List.copyOf(nearMisses);
  }
}
