package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.surge.DecidePlan;
import org.hotline115.callflow.surge.PlanId;
import org.hotline115.callflow.surge.PlanResult;
import org.hotline115.callflow.surge.SurgeFeature;
import org.hotline115.callflow.surge.SurgePlan;
import org.jspecify.annotations.Nullable;

/** Plans for cold, heat and storms: decided, looked at, ended. */
public final class SurgeRoutes implements Routes {

  private static final Duration AHEAD_MAX = Duration.ofDays(400);

  private final SurgeFeature surge;
  private final ReadBoard board;
  private final DisplayNames names;
  private final InstantSource clock;

  public SurgeRoutes(SurgeFeature surge, ReadBoard board, DisplayNames names, InstantSource clock) {
    this.surge = surge;
    this.board = board;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get(
        "/api/surge-plans", request -> Answer.ok(surge.list().stream().map(this::view).toList()));
    api.post("/api/surge-plans", this::decide);
    api.post("/api/surge-plans/:planId/end", this::end);
  }

  private Answer decide(ApiRequest request) {
    DecidePlan.Wish wish = wish(request.fields());
    PlanResult result = surge.decidePlan().run(wish, request.agent());
    return result instanceof PlanResult.Noted noted
        ? Answer.created(view(noted.plan()))
        : answer(result);
  }

  private DecidePlan.Wish wish(Fields fields) {
    Instant now = clock.instant();
    Instant most = now.plus(AHEAD_MAX);
    PlanId planId = new PlanId(fields.uuid("planId"));
    String name = words(fields, "name", SurgePlan.NAME_MAX);
    SurgePlan.Kind kind = fields.code("kind", SurgePlan.Kind.class);
    int level = fields.number("level", 1, SurgePlan.LEVEL_MAX);
    Instant from = fields.optionalInstant("fromAt", now.minus(AHEAD_MAX), most).orElse(null);
    Instant to = fields.optionalInstant("toAt", now, most).orElse(null);
    List<PlaceGroupId> groups =
        fields.texts("groups", SurgePlan.GROUPS_MAX, 64).stream()
            .map(BoardRoutes::placeGroupId)
            .toList();
    String decision = words(fields, "words", SurgePlan.WORDS_MAX);
    fields.nothingElse();
    if (from != null && to != null && !to.isAfter(from)) {
      throw Problem.field("ENDS_BEFORE_IT_BEGINS", "toAt", "must be after fromAt").refused();
    }
    return new DecidePlan.Wish(planId, name, kind, level, from, to, groups, decision);
  }

  private static String words(Fields fields, String name, int lengthMax) {
    String words = fields.text(name, lengthMax).strip();
    if (words.isEmpty()) {
      throw Problem.field("MISSING_FIELD", name, "this field is needed").refused();
    }
    return words;
  }

  private Answer end(ApiRequest request) {
    Fields fields = request.fields();
    String decision = words(fields, "words", SurgePlan.WORDS_MAX);
    fields.nothingElse();
    return answer(
        surge.endPlan().run(new PlanId(request.uuid("planId")), decision, request.agent()));
  }

  private Answer answer(PlanResult result) {
    return switch (result) {
      case PlanResult.Noted noted -> Answer.ok(view(noted.plan()));
      case PlanResult.NotTemporary strange ->
          Answer.problem(
              new Problem(
                  422,
                  "NOT_TEMPORARY",
                  "groups",
                  "a plan opens seasonal and overflow groups only",
                  Map.of("groups", strange.groups())));
      case PlanResult.NoSuchPlan _ -> Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case PlanResult.OtherPlan _ ->
          Answer.problem(
              new Problem(409, "OTHER_PLAN", "planId", "this id is another plan's", Map.of()));
      case PlanResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: ask again, same id");
    };
  }

  private Map<String, @Nullable Object> view(SurgePlan plan) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("planId", plan.planId().toString());
    view.put("name", plan.name());
    view.put("kind", plan.kind());
    view.put("level", plan.level());
    view.put("fromAt", plan.fromAt());
    view.put("toAt", plan.toAt());
    view.put("status", plan.status());
    view.put("inside", plan.inside());
    view.put("groups", plan.groups().stream().map(this::group).toList());
    view.put(
        "decisions",
        plan.decisions().stream()
            .map(decision ->
                new DecisionView(
                    decision.what(), decision.words(), names.of(decision.by()), decision.at()))
            .toList());
    return view;
  }

  private record DecisionView(SurgePlan.What what, String words, String by, Instant at) {}

  private record GroupName(PlaceGroupId placeGroupId, String siteName, String name) {}

  private GroupName group(PlaceGroupId id) {
    Optional<PlaceGroup> group = board.placeGroup(id);
    return new GroupName(
        id,
        group.map(known -> known.site().name()).orElse(""),
        group.map(PlaceGroup::name).orElse(id.value()));
  }
}
