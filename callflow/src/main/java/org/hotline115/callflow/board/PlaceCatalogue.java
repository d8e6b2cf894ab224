package org.hotline115.callflow.board;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The place groups in memory: read by every look at the board, changed by the month. */
final class PlaceCatalogue {

  private final JdbcPlaceGroups records;
  private final Departement departement;
  private volatile Map<PlaceGroupId, PlaceGroup> groups = Map.of();

  PlaceCatalogue(JdbcPlaceGroups records, Departement departement) {
    this.records = records;
    this.departement = departement;
  }

  void refresh() {
    Map<PlaceGroupId, PlaceGroup> fresh = new LinkedHashMap<>();
    records.list(departement).forEach(group -> fresh.put(group.placeGroupId(), group));
    groups = fresh;
  }

  Optional<PlaceGroup> find(PlaceGroupId id) {
    return Optional.ofNullable(groups.get(id));
  }

  Collection<PlaceGroup> all() {
    return groups.values();
  }
}
