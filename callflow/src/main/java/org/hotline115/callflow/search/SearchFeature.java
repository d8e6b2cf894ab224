package org.hotline115.callflow.search;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.store.Database;

/** Searching the board, put together: one sorted index for all who search in this process. */
public final class SearchFeature {

  /**
   * What it stands on.
   *
   * @param communes where the middle of each is
   */
  public record Ground(Database database, Communes communes, InstantSource clock, ZoneId zone) {}

  private final AtomicReference<PlaceIndex> sorted =
      new AtomicReference<>(PlaceIndex.of(List.of()));
  private final SearchPlaces searchPlaces;

  public SearchFeature(Ground ground, BoardFeature board) {
    board.followGroups(groups -> sorted.set(PlaceIndex.of(groups)));
    this.searchPlaces =
        new SearchPlaces(
            board.readBoard(),
            sorted::get,
            new TravelTimes(new JdbcTravelTimes(ground.database()), ground.communes()),
            ground.clock(),
            ground.zone());
  }

  public SearchPlaces searchPlaces() {
    return searchPlaces;
  }
}
