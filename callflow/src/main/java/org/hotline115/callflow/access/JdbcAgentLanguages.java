package org.hotline115.callflow.access;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Which languages agents speak, in PostgreSQL. */
final class JdbcAgentLanguages {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcAgentLanguages.class, "agent_languages.sql");

  private final Database database;
  private final JdbcAuditTrail audit;
  private final InstantSource clock;

  JdbcAgentLanguages(Database database, JdbcAuditTrail audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  Map<AgentId, Set<String>> all() {
    return database.with(JdbcAgentLanguages::list);
  }

  /** All of them afterwards. */
  Map<AgentId, Set<String>> change(AgentId agent, Set<String> spoken, AgentId by) {
    return database.inTransaction(handle -> {
      if (!spoken.equals(list(handle).getOrDefault(agent, Set.of()))) {
        write(handle, agent, spoken);
        audit.append(
            handle, AuditEvent.of(clock.instant(), by, "LANGUAGES_CHANGED", "ACCOUNT", agent));
      }
      return list(handle);
    });
  }

  private static void write(Handle handle, AgentId agent, Set<String> spoken) {
    handle.createUpdate(SQL.statement("clear_languages")).bind("agent", agent.value()).execute();
    spoken.forEach(language ->
        handle
            .createUpdate(SQL.statement("add_language"))
            .bind("agent", agent.value())
            .bind("language", language)
            .execute());
  }

  private static Map<AgentId, Set<String>> list(Handle handle) {
    Map<AgentId, Set<String>> all = new TreeMap<>(Comparator.comparing(AgentId::value));
    handle
        .createQuery(SQL.statement("list_languages"))
        .map((row, _) -> Map.entry(new AgentId(row.getString("agent")), row.getString("language")))
        .forEach(
            row -> all.computeIfAbsent(row.getKey(), _ -> new TreeSet<>()).add(row.getValue()));
    return all;
  }
}
