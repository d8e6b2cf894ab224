package org.hotline115.callflow.access;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * Which languages agents speak, by ISO 639 codes. Everybody here speaks French, so it is never
 * written down. While PostgreSQL is away what was read last stays true.
 */
public final class AgentLanguages {

  public static final int LANGUAGES_MAX = 20;

  /** Spoken by every agent. */
  public static final String FRENCH = "fr";

  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");
  private static final SqlFile SQL = SqlFile.beside(AgentLanguages.class, "agent_languages.sql");

  private final Database database;
  private final JdbcAuditTrail audit;
  private final InstantSource clock;
  private volatile Map<AgentId, Set<String>> known = Map.of();

  AgentLanguages(Database database, JdbcAuditTrail audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  public static boolean isCode(String word) {
    return CODE.matcher(word).matches();
  }

  /** Agents who speak another language than French, and which, in the order of their names. */
  public Map<AgentId, Set<String>> all() {
    try {
      Map<AgentId, Set<String>> read = database.with(AgentLanguages::list);
      known = read;
      return read;
    } catch (RecordsAway away) {
      return known;
    }
  }

  /** Whether this agent speaks it, as far as was read last. */
  public boolean speaks(AgentId agent, String language) {
    return language.equals(FRENCH) || known.getOrDefault(agent, Set.of()).contains(language);
  }

  /** From now on the agent speaks these beside French, and no others. Repeatable. */
  public void change(AgentId agent, Set<String> languages, AgentId by) {
    Set<String> spoken = new TreeSet<>(languages);
    spoken.remove(FRENCH);
    if (spoken.size() > LANGUAGES_MAX || !spoken.stream().allMatch(AgentLanguages::isCode)) {
      throw new IllegalArgumentException("at most " + LANGUAGES_MAX + " codes such as ar");
    }
    known =
        database.inTransaction(handle -> {
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
    Map<AgentId, Set<String>> all = new TreeMap<>(java.util.Comparator.comparing(AgentId::value));
    handle
        .createQuery(SQL.statement("list_languages"))
        .map((row, _) -> Map.entry(new AgentId(row.getString("agent")), row.getString("language")))
        .forEach(
            row -> all.computeIfAbsent(row.getKey(), _ -> new TreeSet<>()).add(row.getValue()));
    return all;
  }
}
