package org.hotline115.callflow.line;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AgentLanguages;

/**
 * Tells the exchange which languages each agent speaks, so that it prefers him for who speaks them
 * without us too: {@code SPEAKS_claire = -ar-fr-}, the same for the telephone in his browser.
 */
public final class MirrorLanguages implements Runnable {

  private final AgentLanguages languages;
  private final ExchangeMemory exchange;
  private final Map<String, String> told = new ConcurrentHashMap<>();

  MirrorLanguages(AgentLanguages languages, ExchangeMemory exchange) {
    this.languages = languages;
    this.exchange = exchange;
  }

  /** The exchange was away: what it remembers is not known any more. */
  public void forget() {
    told.clear();
  }

  /** Every few seconds: only what changed is told. */
  @Override
  public void run() {
    Map<AgentId, Set<String>> spoken = languages.all();
    Set<String> phones = new HashSet<>(told.keySet());
    spoken.keySet().forEach(agent -> phones.addAll(phonesOf(agent)));
    for (String phone : phones) {
      String agent = phone.endsWith("-web") ? phone.substring(0, phone.length() - 4) : phone;
      if (!tell(phone, words(spoken.getOrDefault(new AgentId(agent), Set.of())))) {
        return; // the exchange does not answer: all the rest would only wait for it again
      }
    }
  }

  private static List<String> phonesOf(AgentId agent) {
    return List.of(agent.value(), agent.value() + "-web");
  }

  private static String words(Set<String> spoken) {
    return spoken.isEmpty()
        ? "-" + AgentLanguages.FRENCH + "-"
        : "-" + AgentLanguages.FRENCH + "-" + String.join("-", spoken) + "-";
  }

  private boolean tell(String phone, String words) {
    if (words.equals(told.get(phone))) {
      return true;
    }
    if (!exchange.keep("SPEAKS", phone, words)) {
      return false;
    }
    told.put(phone, words);
    return true;
  }
}
