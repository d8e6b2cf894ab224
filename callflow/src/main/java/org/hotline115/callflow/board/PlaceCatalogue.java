package org.hotline115.callflow.board;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.JdbcPlaceGroups;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;

/** The place groups in memory: read by every look at the board, changed by the month. */
final class PlaceCatalogue {

  private final JdbcPlaceGroups records;
  private final Departement departement;
  private final BoardMirror mirror;
  private volatile Map<PlaceGroupId, Shown> groups = Map.of();
  private volatile PlaceIndex index = PlaceIndex.of(List.of());

  /** A group and where its figures stand. */
  record Shown(PlaceGroup group, BoardMirror.Slot slot) {}

  PlaceCatalogue(JdbcPlaceGroups records, Departement departement, BoardMirror mirror) {
    this.mirror = mirror;
    this.records = records;
    this.departement = departement;
  }

  void refresh() {
    Map<PlaceGroupId, Shown> fresh = new LinkedHashMap<>();
    for (PlaceGroup group : records.list(departement)) {
      fresh.put(group.placeGroupId(), new Shown(group, mirror.slot(group.placeGroupId())));
    }
    groups = fresh;
    index = PlaceIndex.of(fresh.values());
  }

  Optional<PlaceGroup> find(PlaceGroupId id) {
    return Optional.ofNullable(groups.get(id)).map(Shown::group);
  }

  /** For a search; also as it was a moment ago. */
  PlaceIndex index() {
    return index;
  }

  /** By site and name. */
  Collection<Shown> all() {
    return groups.values();
  }
}
