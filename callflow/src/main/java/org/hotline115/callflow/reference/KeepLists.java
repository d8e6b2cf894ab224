package org.hotline115.callflow.reference;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.access.AgentId;

/**
 * A coordinator says how a list is offered: words, order, which codes, and finer entries of the
 * house. The nation's codes are never added, lost or renumbered by it. Throws {@link
 * org.hotline115.callflow.store.RecordsAway}: say the same again.
 */
public final class KeepLists {

  private final JdbcLists lists;
  private final Map<ReferenceList, Set<String>> national;
  private final InstantSource clock;

  KeepLists(JdbcLists lists, Map<ReferenceList, Set<String>> national, InstantSource clock) {
    this.lists = lists;
    this.national = new EnumMap<>(national);
    this.clock = clock;
  }

  /** All lists, each with all its codes. */
  public List<ListState> read() {
    List<ListState> states = new ArrayList<>();
    for (ListState state : lists.read(national.keySet())) {
      states.add(whole(state));
    }
    return states;
  }

  /**
   * The whole list in its new order. A code of the nation that is not named keeps what it has,
   * behind the others; an own entry that is not named is deleted, unless it was recorded.
   *
   * @param version the one that was looked at
   */
  public ListResult change(ReferenceList list, int version, List<ListEntry> wished, AgentId by) {
    List<ListFault> faults = new ListCheck(list, codes(list)).faults(wished);
    if (!faults.isEmpty()) {
      return new ListResult.Faulty(faults);
    }
    return switch (lists.change(
        list, version, state -> filled(state, wished), by, clock.instant())) {
      case ListResult.Saved saved -> new ListResult.Saved(whole(saved.state()));
      case ListResult.Conflict conflict -> new ListResult.Conflict(whole(conflict.current()));
      case ListResult.Faulty faulty -> faulty;
    };
  }

  private List<ListEntry> filled(ListState before, List<ListEntry> wished) {
    return whole(new ListState(before.list(), 0, rest(before.entries(), wished), null, null))
        .entries();
  }

  /** What is wished for, then the nation's codes of before that nobody named. */
  private static List<ListEntry> rest(List<ListEntry> before, List<ListEntry> wished) {
    List<ListEntry> all = new ArrayList<>(wished);
    Set<String> named = new LinkedHashSet<>(wished.stream().map(ListEntry::code).toList());
    before.stream()
        .filter(entry -> !entry.belongsToHouse() && !named.contains(entry.code()))
        .forEach(all::add);
    return all;
  }

  /** Also the codes that came with a release since somebody changed the list. */
  private ListState whole(ListState state) {
    List<ListEntry> entries = new ArrayList<>(state.entries());
    Set<String> known = new LinkedHashSet<>(entries.stream().map(ListEntry::code).toList());
    codes(state.list()).stream()
        .filter(code -> !known.contains(code))
        .map(ListEntry::untouched)
        .forEach(entries::add);
    return new ListState(
        state.list(), state.version(), entries, state.changedBy(), state.changedAt());
  }

  private Set<String> codes(ReferenceList list) {
    return national.getOrDefault(list, Set.of());
  }
}
