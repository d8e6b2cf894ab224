package org.hotline115.callflow.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * A list as it stands, its entries in the order in which forms offer them; no code of the nation is
 * ever missing.
 *
 * @param version 0 while nobody changed it
 */
public record ListState(
    ReferenceList list,
    int version,
    List<ListEntry> entries,
    @Nullable AgentId changedBy,
    @Nullable Instant changedAt) {

  public ListState {
    entries = List.copyOf(entries);
  }

  /**
   * What was said of a list, then the codes of which nobody said anything: a release may bring and
   * take codes of the nation.
   */
  static List<ListEntry> whole(List<ListEntry> said, Collection<String> national) {
    Set<String> known = codes(said);
    return Stream.concat(
            said.stream()
                .filter(entry -> entry.belongsToHouse() || national.contains(entry.code())),
            national.stream().filter(code -> !known.contains(code)).map(ListEntry::untouched))
        .toList();
  }

  /** What a wish comes to: its entries, then the nation's codes that it leaves out, as they are. */
  List<ListEntry> after(List<ListEntry> wished) {
    Set<String> named = codes(wished);
    List<ListEntry> all = new ArrayList<>(wished);
    entries.stream()
        .filter(entry -> !entry.belongsToHouse() && !named.contains(entry.code()))
        .forEach(all::add);
    return all;
  }

  private static Set<String> codes(List<ListEntry> entries) {
    return entries.stream().map(ListEntry::code).collect(Collectors.toSet());
  }
}
