package org.hotline115.callflow.search;

import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.place.Commune;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.GeoPoint;
import org.hotline115.callflow.place.Site;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a site is from where somebody stands: the minutes on record, else the distance between
 * the middle of the commune and the site. To a secret site no way is told: from three communes its
 * place could be found.
 */
final class TravelTimes {

  private static final Logger log = LoggerFactory.getLogger(TravelTimes.class);

  private final JdbcTravelTimes records;
  private final Communes communes;

  TravelTimes(JdbcTravelTimes records, Communes communes) {
    this.records = records;
    this.communes = communes;
  }

  /**
   * The ways from one commune.
   *
   * @param known by site, as on record
   * @param here the middle of the commune, null for one that no list names
   * @param isWhole false while PostgreSQL is away: ask again later
   */
  record From(Map<String, WayThere> known, @Nullable GeoPoint here, boolean isWhole) {

    Optional<WayThere> to(Site site) {
      if (site.addressIsSecret()) {
        return Optional.empty();
      }
      WayThere way = known.get(site.siteId());
      GeoPoint there = site.point();
      return way != null || there == null || here == null
          ? Optional.ofNullable(way)
          : Optional.of(WayThere.asTheCrowFlies(here.kilometresTo(there)));
    }

    /** True when no way at all can be told. */
    boolean saysNothing() {
      return known.isEmpty() && here == null;
    }
  }

  /** Fail-open: while PostgreSQL is away, distances alone are told. */
  From from(String inseeCode) {
    GeoPoint here = communes.find(inseeCode).map(Commune::centre).orElse(null);
    try {
      return new From(records.from(inseeCode), here, true);
    } catch (RecordsAway away) {
      log.atWarn().log("Travel times cannot be read now; distances are told");
      return new From(Map.of(), here, false);
    }
  }
}
