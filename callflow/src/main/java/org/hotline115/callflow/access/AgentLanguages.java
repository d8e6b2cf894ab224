package org.hotline115.callflow.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Which languages agents speak, by ISO 639 codes. Everybody here speaks French, so it is never
 * written down. While PostgreSQL is away what was read last stays true.
 */
public final class AgentLanguages {

  public static final int LANGUAGES_MAX = 20;

  /** Spoken by every agent. */
  public static final String FRENCH = "fr";

  private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

  private final JdbcAgentLanguages store;
  private volatile Map<AgentId, Set<String>> known = Map.of();

  AgentLanguages(JdbcAgentLanguages store) {
    this.store = store;
  }

  public static boolean isCode(String word) {
    return CODE.matcher(word).matches();
  }

  /** Agents who speak another language than French, and which, in the order of their names. */
  public Map<AgentId, Set<String>> all() {
    try {
      known = store.all();
    } catch (RecordsAway away) {
      // what was read last
    }
    return known;
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
    known = store.change(agent, spoken, by);
  }
}
