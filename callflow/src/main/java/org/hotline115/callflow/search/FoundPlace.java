package org.hotline115.callflow.search;

import java.util.List;
import java.util.Set;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.place.Obstacle;
import org.hotline115.callflow.place.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A group that a search found, with what speaks for it and against it.
 *
 * @param places how many the household would take there: whole rooms
 * @param whyNot empty when it fits; else the one reason, for only nearest misses are told
 * @param way null when nobody said from where, and always for a secret site
 */
public record FoundPlace(
    GroupView group,
    int places,
    boolean stale,
    Set<Reason> why,
    List<Obstacle> whyNot,
    @Nullable WayThere way) {

  public FoundPlace {
    whyNot = List.copyOf(whyNot);
  }
}
