package org.hotline115.callflow.truth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hotline115.callflow.board.HoldId;

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

  /** A living hold. */
  record Held(String group, int places, String agent) {}

  private final Map<String, Group> groups = new TreeMap<>();

  /** Oldest first, as the youngest are taken back first. */
  private final Map<HoldId, Held> holds = new LinkedHashMap<>();

  private final Map<UUID, Integer> placements = new LinkedHashMap<>();

  BoardModel(List<String> names, int installed) {
    names.forEach(name -> groups.put(name, new Group(installed)));
  }

  Group group(String name) {
    return groups.get(name);
  }

  Map<HoldId, Held> holds() {
    return holds;
  }

  Map<UUID, Integer> placements() {
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
    placements.put(placement, hold.places());
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
