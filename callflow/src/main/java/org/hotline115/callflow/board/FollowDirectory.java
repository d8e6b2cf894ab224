package org.hotline115.callflow.board;

import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.JdbcPlaceGroups;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices in every gateway, by one number in PostgreSQL, that sites or groups were changed: reads
 * them again and gives every screen a fresh picture. They change by the month, so a whole picture
 * is cheaper than a second kind of change.
 */
public final class FollowDirectory {

  private static final Logger log = LoggerFactory.getLogger(FollowDirectory.class);

  private final JdbcPlaceGroups records;
  private final Departement departement;
  private final PlaceCatalogue catalogue;
  private final BoardFeed feed;
  private long seen = -1;

  FollowDirectory(
      JdbcPlaceGroups records, Departement departement, PlaceCatalogue catalogue, BoardFeed feed) {
    this.records = records;
    this.departement = departement;
    this.catalogue = catalogue;
    this.feed = feed;
  }

  /** At the price of a glance when nothing changed. */
  public synchronized void run() {
    try {
      long now = records.directoryVersion(departement);
      if (now != seen) {
        catalogue.refresh();
        feed.startAgain();
        seen = now;
      }
    } catch (RecordsAway away) {
      log.atDebug().log("The directory cannot be looked at now; the next look will");
    }
  }
}
