package org.hotline115.callflow.truth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.placement.PlacementMove;
import org.hotline115.callflow.placement.PlacementStatus;

/**
 * What the board must do, in the fewest words: whole numbers and no clock. The real one must answer
 * the same at each step and show the same at each quiet point.
 */
final class BoardModel {

  /** One place group tonight. */
  static final class Group {
    final int installed;
    int closed;
    int open;
    int occupied;
    int promised;

    Group(int installed) {
      this.installed = installed;
      this.open = installed;
    }
  }

  /** A promised household; {@code night} tells whose figures it counts in. */
  static final class Placed {
    final String group;
    final int places;
    final int night;
    PlacementStatus status = PlacementStatus.EXPECTED;

    Placed(String group, int places, int night) {
      this.group = group;
      this.places = places;
      this.night = night;
    }
  }

  /** A living hold. */
  record Held(String group, int places, String agent) {}

  private final Map<String, Group> groups = new TreeMap<>();

  /** Oldest first, as the youngest are taken back first. */
  private final Map<HoldId, Held> holds = new LinkedHashMap<>();

  private final Map<UUID, Placed> placements = new LinkedHashMap<>();
  private int night;

  BoardModel(List<String> names, int installed) {
    names.forEach(name -> groups.put(name, new Group(installed)));
  }

  Group group(String name) {
    return groups.get(name);
  }

  Map<HoldId, Held> holds() {
    return holds;
  }

  Map<UUID, Placed> placements() {
    return placements;
  }

  int held(String group) {
    return holds.values().stream()
        .filter(hold -> hold.group().equals(group))
        .mapToInt(Held::places)
        .sum();
  }

  boolean canHold(String name, int places) {
    Group group = groups.get(name);
    return group.open > 0 && group.open - group.occupied - held(name) >= places;
  }

  void hold(HoldId id, Held hold) {
    holds.put(id, hold);
  }

  void end(HoldId id) {
    holds.remove(id);
  }

  void promise(HoldId id, UUID placement) {
    Held hold = holds.remove(id);
    Group group = groups.get(hold.group());
    group.occupied += hold.places();
    group.promised += hold.places();
    placements.put(placement, new Placed(hold.group(), hold.places(), night));
  }

  List<UUID> tonights() {
    return placements.entrySet().stream()
        .filter(entry -> entry.getValue().night == night)
        .map(Map.Entry::getKey)
        .toList();
  }

  boolean mayMove(UUID placement, PlacementMove move) {
    return placements.get(placement).status.after(move).isPresent();
  }

  /** False when their place is gone. */
  boolean move(UUID placement, PlacementMove move) {
    Placed placed = placements.get(placement);
    PlacementStatus next = placed.status.after(move).orElseThrow();
    Group group = groups.get(placed.group);
    if (placed.status.keepsPlaces() && !next.keepsPlaces()) {
      group.occupied -= placed.places;
      group.promised -= placed.places;
    } else if (!placed.status.keepsPlaces() && next.keepsPlaces()) {
      if (group.occupied + placed.places > group.open) {
        return false;
      }
      group.occupied += placed.places;
      group.promised += placed.places;
      takeBack(placed.group);
    }
    placed.status = next;
    return true;
  }

  /** False when more is said than there is. */
  boolean tell(String name, int free) {
    Group group = groups.get(name);
    if (free > group.open) {
      return false;
    }
    group.occupied = Math.max(group.open - free, group.promised);
    takeBack(name);
    return true;
  }

  boolean canClose(String name, int places) {
    Group group = groups.get(name);
    return group.open - places >= group.occupied;
  }

  void close(String name, int places) {
    Group group = groups.get(name);
    group.closed += places;
    follow(group);
    takeBack(name);
  }

  void reopen(String name, int places) {
    Group group = groups.get(name);
    group.closed -= places;
    follow(group);
  }

  private static void follow(Group group) {
    group.open = Math.max(group.installed - group.closed, group.occupied);
  }

  private void takeBack(String name) {
    Group group = groups.get(name);
    int beyond = group.occupied + held(name) - group.open;
    for (HoldId id : holds.keySet().stream().toList().reversed()) {
      Held hold = holds.get(id);
      if (beyond > 0 && hold.group().equals(name)) {
        holds.remove(id);
        beyond -= hold.places();
      }
    }
  }

  /** Who is inside stays, what was kept ends, nothing is promised yet. */
  void nextNight() {
    night++;
    holds.clear();
    groups
        .values()
        .forEach(group -> {
          group.promised = 0;
          follow(group);
        });
  }

  /** In the words of BoardHouse.Truth, without the count of record changes. */
  Map<String, String> figures() {
    Map<String, String> figures = new TreeMap<>();
    groups.forEach((name, group) ->
        figures.put(
            name,
            "open %d occupied %d promised %d held %d"
                .formatted(group.open, group.occupied, group.promised, held(name))));
    return figures;
  }
}
