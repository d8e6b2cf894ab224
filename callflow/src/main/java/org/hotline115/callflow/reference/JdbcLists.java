package org.hotline115.callflow.reference;

import static org.hotline115.callflow.store.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The house's lists in PostgreSQL, each changed as a whole in one transaction, with an audit row
 * for each entry that differs. What was recorded holds its entry by a foreign key.
 */
final class JdbcLists {

  private static final SqlFile SQL = SqlFile.beside(JdbcLists.class, "jdbc_lists.sql");

  private final Database database;
  private final JdbcAuditTrail audit;
  private final Map<ReferenceList, Set<String>> national;

  JdbcLists(Database database, JdbcAuditTrail audit, Map<ReferenceList, Set<String>> national) {
    this.database = database;
    this.audit = audit;
    this.national = national;
  }

  /** Who changes a list, and when. */
  record Hand(AgentId by, Instant at) {}

  List<ListState> read() {
    return database.with(handle -> read(handle, national.keySet()));
  }

  ListResult change(ReferenceList list, int version, List<ListEntry> wished, Hand hand) {
    return database.inTransaction(handle -> {
      lock(handle, list);
      ListState before = read(handle, list);
      List<ListEntry> after = before.after(wished);
      if (after.equals(before.entries())) {
        return new ListResult.Saved(before);
      }
      if (before.version() != version) {
        return new ListResult.Conflict(before);
      }
      List<ListFault> faults = takenAway(handle, before, after);
      if (!faults.isEmpty()) {
        return new ListResult.Faulty(faults);
      }
      write(handle, list, after);
      auditing(handle, before, after, hand);
      handle
          .createUpdate(SQL.statement("change_list"))
          .bind("list", list.name())
          .bind("by", hand.by().value())
          .bind("at", hand.at())
          .execute();
      return new ListResult.Saved(read(handle, list));
    });
  }

  private static void lock(Handle handle, ReferenceList list) {
    handle.createUpdate(SQL.statement("add_list")).bind("list", list.name()).execute();
    handle
        .createQuery(SQL.statement("lock_list"))
        .bind("list", list.name())
        .mapTo(String.class)
        .one();
  }

  private ListState read(Handle handle, ReferenceList list) {
    return read(handle, Set.of(list)).getFirst();
  }

  /** Two questions, however many lists: every open form asks now and then. */
  private List<ListState> read(Handle handle, Set<ReferenceList> lists) {
    List<String> names = lists.stream().map(Enum::name).toList();
    Map<String, List<ListEntry>> said =
        handle
            .createQuery(SQL.statement("list_entries"))
            .bindArray("lists", String.class, names)
            .map((row, context) -> Map.entry(row.getString("list"), entry(row)))
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    Map<String, ListState> changed =
        handle
            .createQuery(SQL.statement("list_changes"))
            .bindArray("lists", String.class, names)
            .map((row, context) -> state(row, said.getOrDefault(row.getString("list"), List.of())))
            .collect(Collectors.toMap(state -> state.list().name(), state -> state));
    return lists.stream().map(list -> changed.getOrDefault(list.name(), untouched(list))).toList();
  }

  private static ListEntry entry(ResultSet row) throws SQLException {
    return new ListEntry(
        row.getString("code"),
        row.getString("parent"),
        row.getString("word_fr"),
        row.getString("word_en"),
        row.getBoolean("offered"));
  }

  private ListState state(ResultSet row, List<ListEntry> said) throws SQLException {
    ReferenceList list = ReferenceList.valueOf(row.getString("list"));
    return new ListState(
        list,
        row.getInt("version"),
        ListState.whole(said, codes(list)),
        agent(row.getString("changed_by")),
        instant(row, "changed_at"));
  }

  private ListState untouched(ReferenceList list) {
    return new ListState(list, 0, ListState.whole(List.of(), codes(list)), null, null);
  }

  private Set<String> codes(ReferenceList list) {
    return national.getOrDefault(list, Set.of());
  }

  private static @Nullable AgentId agent(@Nullable String name) {
    return name == null ? null : new AgentId(name);
  }

  /** Entries that were recorded and are gone or stand below another code. */
  private static List<ListFault> takenAway(Handle handle, ListState before, List<ListEntry> after) {
    Set<String> used =
        handle
            .createQuery(SQL.statement("list_used"))
            .bind("list", before.list().name())
            .mapTo(String.class)
            .set();
    Map<String, ListEntry> stays = byCode(after);
    List<ListFault> faults = new ArrayList<>();
    for (ListEntry entry : before.entries()) {
      ListEntry now = stays.get(entry.code());
      if (!used.contains(entry.code())) {
        continue;
      }
      if (now == null) {
        faults.add(new ListFault(-1, entry.code(), "code", ListFault.Why.IN_USE));
      } else if (!Objects.equals(now.parent(), entry.parent())) {
        faults.add(new ListFault(after.indexOf(now), entry.code(), "parent", ListFault.Why.IN_USE));
      }
    }
    return faults;
  }

  private static void write(Handle handle, ReferenceList list, List<ListEntry> after) {
    handle
        .createUpdate(SQL.statement("delete_others"))
        .bind("list", list.name())
        .bindArray("codes", String.class, after.stream().map(ListEntry::code).toList())
        .execute();
    for (int position = 0; position < after.size(); position++) {
      ListEntry entry = after.get(position);
      handle
          .createUpdate(SQL.statement("put_entry"))
          .bind("list", list.name())
          .bind("code", entry.code())
          .bind("parent", entry.parent())
          .bind("fr", entry.fr())
          .bind("en", entry.en())
          .bind("offered", entry.offered())
          .bind("position", position)
          .execute();
    }
  }

  private void auditing(Handle handle, ListState before, List<ListEntry> after, Hand hand) {
    Map<String, ListEntry> old = byCode(before.entries());
    List<AuditEvent> events = new ArrayList<>();
    for (ListEntry entry : after) {
      ListEntry was = old.remove(entry.code());
      if (!entry.equals(was)) {
        String action = was == null ? "LIST_ENTRY_ADDED" : "LIST_ENTRY_CHANGED";
        events.add(event(hand, action, before.list() + "/" + entry.code()));
      }
    }
    old.keySet()
        .forEach(code -> events.add(event(hand, "LIST_ENTRY_DELETED", before.list() + "/" + code)));
    if (events.isEmpty()) {
      events.add(event(hand, "LIST_REORDERED", before.list().name()));
    }
    events.forEach(event -> audit.append(handle, event));
  }

  private static AuditEvent event(Hand hand, String action, String object) {
    return AuditEvent.of(hand.at(), hand.by(), action, "REFERENCE_LIST", object);
  }

  private static Map<String, ListEntry> byCode(List<ListEntry> entries) {
    Map<String, ListEntry> byCode = new HashMap<>();
    entries.forEach(entry -> byCode.put(entry.code(), entry));
    return byCode;
  }
}
