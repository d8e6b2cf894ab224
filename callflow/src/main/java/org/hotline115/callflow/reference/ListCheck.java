package org.hotline115.callflow.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.reference.ListFault.Why;

/** What a wish for a list must be, apart from what is recorded already. No I/O. */
final class ListCheck {

  private static final int OWN_MAX = 60;

  private final ReferenceList list;
  private final Set<String> national;

  ListCheck(ReferenceList list, Set<String> national) {
    this.list = list;
    this.national = national;
  }

  List<ListFault> faults(List<ListEntry> wished) {
    List<ListFault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int line = 0; line < wished.size(); line++) {
      ListEntry entry = wished.get(line);
      if (!seen.add(entry.code())) {
        faults.add(new ListFault(line, entry.code(), "code", Why.TWICE));
      }
      check(line, entry, faults);
    }
    if (wished.stream().filter(ListEntry::belongsToHouse).count() > OWN_MAX) {
      faults.add(new ListFault(wished.size() - 1, wished.getLast().code(), "code", Why.TOO_MANY));
    }
    if (wished.stream().noneMatch(entry -> !entry.belongsToHouse() && entry.offered())
        && seen.containsAll(national)) {
      faults.add(new ListFault(0, wished.getFirst().code(), "offered", Why.NOTHING_OFFERED));
    }
    return faults;
  }

  private void check(int line, ListEntry entry, List<ListFault> faults) {
    String parent = entry.parent();
    Line checked = new Line(line, entry.code(), faults);
    if (parent == null) {
      checked.add("code", Why.UNKNOWN_CODE, !national.contains(entry.code()));
    } else {
      checked.add("parent", Why.NO_OWN_ENTRIES, !list.takesOwn());
      checked.add("code", Why.UNKNOWN_CODE, !OwnCode.isOne(entry.code()));
      checked.add("parent", Why.UNKNOWN_PARENT, !national.contains(parent));
      checked.add("fr", Why.NO_WORDS, entry.fr().isBlank());
      checked.add("en", Why.NO_WORDS, entry.en().isBlank());
    }
    checked.add("fr", Why.TOO_LONG, entry.fr().length() > ListEntry.WORDS_MAX);
    checked.add("en", Why.TOO_LONG, entry.en().length() > ListEntry.WORDS_MAX);
  }

  /** Where the faults of one line are gathered. */
  private record Line(int line, String code, List<ListFault> faults) {

    void add(String field, Why why, boolean isWrong) {
      if (isWrong) {
        faults.add(new ListFault(line, code, field, why));
      }
    }
  }
}
