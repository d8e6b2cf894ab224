package org.hotline115.gateway.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AgentLanguages;

/** Which languages agents speak: each says it of himself. */
public final class LanguageRoutes implements Routes {

  private final AgentLanguages languages;

  public LanguageRoutes(AgentLanguages languages) {
    this.languages = languages;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/agent/languages", this::list);
    api.put("/api/agent/languages", this::change);
  }

  private record Spoken(Set<String> mine, Map<String, Set<String>> agents) {}

  private Answer list(ApiRequest request) {
    return Answer.ok(spoken(request.agent()));
  }

  private Spoken spoken(AgentId agent) {
    Map<AgentId, Set<String>> all = languages.all();
    Map<String, Set<String>> agents = new TreeMap<>();
    all.forEach((name, spoken) -> agents.put(name.value(), spoken));
    return new Spoken(all.getOrDefault(agent, Set.of()), agents);
  }

  private Answer change(ApiRequest request) {
    Fields fields = request.fields();
    Set<String> spoken = new TreeSet<>(fields.texts("languages", AgentLanguages.LANGUAGES_MAX, 3));
    fields.nothingElse();
    if (!spoken.stream().allMatch(AgentLanguages::isCode)) {
      throw Problem.field("INVALID_VALUE", "languages", "codes of two or three letters").refused();
    }
    languages.change(request.agent(), spoken, request.agent());
    return Answer.ok(spoken(request.agent()));
  }
}
