package org.hotline115.gateway.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.priority.PriorityRules;
import org.jspecify.annotations.Nullable;

/** The grids of priorities: which there are, which one counts, who chose it. */
public final class PriorityRoutes implements Routes {

  private final PriorityRules rules;
  private final DisplayNames names;

  public PriorityRoutes(PriorityRules rules, DisplayNames names) {
    this.rules = rules;
    this.names = names;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/priority-rules", request -> Answer.ok(view()));
    api.put("/api/priority-rules/active", this::choose);
  }

  private Answer choose(ApiRequest request) {
    Fields fields = request.fields();
    String code = fields.text("code", 32);
    fields.nothingElse();
    if (!rules.choose(code, request.agent())) {
      throw Problem.field("INVALID_VALUE", "code", "there is no such grid").refused();
    }
    return Answer.ok(view());
  }

  private Map<String, @Nullable Object> view() {
    Optional<PriorityRules.Choice> choice = rules.choice();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("active", rules.active().code());
    view.put("chosenBy", choice.map(made -> names.of(made.chosenBy())).orElse(null));
    view.put("chosenAt", choice.map(PriorityRules.Choice::chosenAt).orElse(null));
    view.put("ruleSets", rules.all());
    return view;
  }
}
