package org.hotline115.callflow.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.JdbcPlaceGroups;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;

/** The place groups in memory: read by every look at the board, changed by the month. */
final class PlaceCatalogue {

  private final JdbcPlaceGroups records;
  private final Departement departement;
  private final BoardMirror mirror;
  private final List<Consumer<Collection<ListedGroup>>> followers = new ArrayList<>();
  private volatile Map<PlaceGroupId, ListedGroup> groups = Map.of();

  /** Of the rows as they were before they were read. */
  private String fingerprint = "";

  PlaceCatalogue(JdbcPlaceGroups records, Departement departement, BoardMirror mirror) {
    this.mirror = mirror;
    this.records = records;
    this.departement = departement;
  }

  /**
   * Reads the groups again when one has changed. One at a time: an older reading must not replace a
   * newer one.
   */
  synchronized void refresh() {
    String now = records.fingerprint(departement);
    if (now.equals(fingerprint)) {
      return;
    }
    Map<PlaceGroupId, ListedGroup> fresh = new LinkedHashMap<>();
    for (PlaceGroup group : records.list(departement)) {
      fresh.put(
          group.placeGroupId(), new ListedGroup(group, mirror.slot(group.placeGroupId()).number()));
    }
    groups = fresh;
    fingerprint = now;
    followers.forEach(follower -> follower.accept(fresh.values()));
  }

  Optional<PlaceGroup> find(PlaceGroupId id) {
    return Optional.ofNullable(groups.get(id)).map(ListedGroup::group);
  }

  /** Is told the groups now, and again whenever they were read anew. */
  synchronized void follow(Consumer<Collection<ListedGroup>> follower) {
    followers.add(follower);
    follower.accept(all());
  }

  /** By site and name. */
  Collection<ListedGroup> all() {
    return groups.values();
  }
}
