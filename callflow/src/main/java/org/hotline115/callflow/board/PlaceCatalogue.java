package org.hotline115.callflow.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The place groups in memory: read by every look at the board, changed by the month. */
final class PlaceCatalogue {

  private static final Duration OLD = Duration.ofSeconds(10);

  private final JdbcPlaceGroups records;
  private final Departement departement;
  private final InstantSource clock;
  private volatile Map<PlaceGroupId, PlaceGroup> groups = Map.of();
  private volatile Instant readAt = Instant.EPOCH;

  PlaceCatalogue(JdbcPlaceGroups records, Departement departement, InstantSource clock) {
    this.records = records;
    this.departement = departement;
    this.clock = clock;
  }

  void refresh() {
    Map<PlaceGroupId, PlaceGroup> fresh = new LinkedHashMap<>();
    records.list(departement).forEach(group -> fresh.put(group.placeGroupId(), group));
    groups = fresh;
    readAt = clock.instant();
  }

  void refreshWhenOld() {
    if (readAt.plus(OLD).isBefore(clock.instant())) {
      refresh();
    }
  }

  Optional<PlaceGroup> find(PlaceGroupId id) {
    return Optional.ofNullable(groups.get(id));
  }

  Collection<PlaceGroup> all() {
    return groups.values();
  }
}
