package org.hotline115.callflow.reference;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.access.AgentId;

/**
 * A coordinator says how a list is offered: words, order, which codes, and finer entries of the
 * house. The nation's codes are never added, lost or renamed by it. Throws {@link
 * org.hotline115.callflow.store.RecordsAway}: say the same again.
 */
public final class KeepLists {

  private final JdbcLists lists;
  private final Map<ReferenceList, Set<String>> national;
  private final InstantSource clock;

  KeepLists(JdbcLists lists, Map<ReferenceList, Set<String>> national, InstantSource clock) {
    this.lists = lists;
    this.national = national;
    this.clock = clock;
  }

  /** All lists, each with all its codes. */
  public List<ListState> read() {
    return lists.read();
  }

  /**
   * The whole list in its new order. A code of the nation that is not named keeps what it has,
   * behind the others; an own entry that is not named is deleted, unless it was recorded.
   *
   * @param version the one that was looked at
   */
  public ListResult change(ReferenceList list, int version, List<ListEntry> wished, AgentId by) {
    List<ListFault> faults =
        new ListCheck(list, national.getOrDefault(list, Set.of())).faults(wished);
    return faults.isEmpty()
        ? lists.change(list, version, wished, new JdbcLists.Hand(by, clock.instant()))
        : new ListResult.Faulty(faults);
  }
}
