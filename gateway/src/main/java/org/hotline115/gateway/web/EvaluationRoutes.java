package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ResidentialSituation;
import org.hotline115.callflow.evaluation.EvaluationId;
import org.hotline115.callflow.evaluation.EvaluationResult;
import org.hotline115.callflow.evaluation.FlashAnswers;
import org.hotline115.callflow.evaluation.FlashFigure;
import org.hotline115.callflow.evaluation.HealthNow;
import org.hotline115.callflow.evaluation.KeepEvaluations;
import org.hotline115.callflow.evaluation.ReasonForStreet;
import org.hotline115.callflow.evaluation.Resources;
import org.hotline115.callflow.evaluation.SafetyNow;
import org.hotline115.callflow.evaluation.SinceWhen;
import org.jspecify.annotations.Nullable;

/** Flash evaluations: opened in a contact, listed as tasks, done by their owner, counted. */
public final class EvaluationRoutes implements Routes {

  private static final int AGENT_MAX = 32;
  private static final Duration BACK_MAX = Duration.ofDays(3_660);
  private static final Duration AHEAD_MAX = Duration.ofDays(4);
  private static final Duration USUAL = Duration.ofDays(30);

  private final KeepEvaluations evaluations;
  private final DisplayNames names;
  private final InstantSource clock;

  public EvaluationRoutes(KeepEvaluations evaluations, DisplayNames names, InstantSource clock) {
    this.evaluations = evaluations;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/contacts/:contactId/evaluation", this::ofContact);
    api.post("/api/contacts/:contactId/evaluation", this::open);
    api.get("/api/evaluations", this::toDo);
    api.get("/api/evaluations/:evaluationId", this::read);
    api.put("/api/evaluations/:evaluationId", this::save);
    api.put("/api/evaluations/:evaluationId/owner", this::give);
    api.get("/api/evaluation-figures", this::figures);
  }

  private record OfContactView(@Nullable EvaluationView evaluation) {}

  private record ToDoView(List<EvaluationView.TaskView> evaluations, Instant asOf) {}

  private record FigureView(
      Instant from,
      Instant until,
      Instant asOf,
      long inTime,
      long due,
      long open,
      @Nullable Double value) {}

  private Answer ofContact(ApiRequest request) {
    request.queryFields().nothingElse();
    return Answer.ok(
        new OfContactView(
            evaluations
                .of(contact(request), request.session())
                .map(found -> EvaluationView.of(found, names, clock.instant()))
                .orElse(null)));
  }

  private Answer open(ApiRequest request) {
    Fields fields = request.fields();
    EvaluationId id = new EvaluationId(fields.uuid("evaluationId"));
    fields.nothingElse();
    return answer(evaluations.open(id, contact(request), request.session()));
  }

  private Answer toDo(ApiRequest request) {
    request.queryFields().nothingElse();
    Instant now = clock.instant();
    return Answer.ok(
        new ToDoView(
            evaluations.toDo().stream()
                .map(each -> EvaluationView.TaskView.of(each, names, now))
                .toList(),
            now));
  }

  private Answer read(ApiRequest request) {
    request.queryFields().nothingElse();
    return answer(evaluations.read(evaluation(request), request.session()));
  }

  private Answer save(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, Integer.MAX_VALUE);
    boolean done = fields.flag("done");
    FlashAnswers answers = answers(fields);
    fields.nothingElse();
    return answer(evaluations.save(evaluation(request), version, answers, done, request.session()));
  }

  private static FlashAnswers answers(Fields fields) {
    return new FlashAnswers(
        fields.optionalCode("situation", ResidentialSituation.class).orElse(null),
        fields.optionalCode("lastNight", ResidentialSituation.class).orElse(null),
        fields.optionalCode("sinceWhen", SinceWhen.class).orElse(null),
        new ArrayList<>(fields.codes("reasons", ReasonForStreet.class)),
        fields.optionalCode("resources", Resources.class).orElse(null),
        fields.optionalCode("healthNow", HealthNow.class).orElse(null),
        fields.optionalCode("safetyNow", SafetyNow.class).orElse(null),
        fields.optionalFlag("network").orElse(null),
        fields.optionalFlag("elsewhere").orElse(null),
        fields.optionalFlag("readBack").orElse(false));
  }

  private Answer give(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, Integer.MAX_VALUE);
    AgentId owner =
        fields.optionalText("owner", AGENT_MAX).map(EvaluationRoutes::agent).orElse(null);
    fields.nothingElse();
    return task(evaluations.give(evaluation(request), version, owner, request.session()));
  }

  private static AgentId agent(String name) {
    try {
      return new AgentId(name);
    } catch (IllegalArgumentException noName) {
      throw Problem.field("INVALID_VALUE", "owner", "no name of an agent").refused();
    }
  }

  private Answer figures(ApiRequest request) {
    Instant now = clock.instant();
    Fields fields = request.queryFields();
    Instant from =
        fields
            .optionalInstant("from", now.minus(BACK_MAX), now.plus(AHEAD_MAX))
            .orElse(now.minus(USUAL));
    Instant until = fields.optionalInstant("until", from, now.plus(AHEAD_MAX)).orElse(now);
    fields.nothingElse();
    FlashFigure figure = evaluations.within(from, until);
    return Answer.ok(
        new FigureView(
            from,
            until,
            now,
            figure.inTime(),
            figure.due(),
            figure.open(),
            figure.due() == 0 ? null : (double) figure.inTime() / figure.due()));
  }

  private static ContactId contact(ApiRequest request) {
    return new ContactId(request.uuid("contactId"));
  }

  private static EvaluationId evaluation(ApiRequest request) {
    return new EvaluationId(request.uuid("evaluationId"));
  }

  private Answer answer(EvaluationResult result) {
    return result instanceof EvaluationResult.Noted noted
        ? Answer.ok(EvaluationView.of(noted.evaluation(), names, clock.instant()))
        : refused(result);
  }

  /** Whoever gives it away does not see what was said. */
  private Answer task(EvaluationResult result) {
    return result instanceof EvaluationResult.Noted noted
        ? Answer.ok(EvaluationView.TaskView.of(noted.evaluation(), names, clock.instant()))
        : refused(result);
  }

  private Answer refused(EvaluationResult result) {
    return switch (result) {
      case EvaluationResult.Noted _ -> throw new IllegalStateException("nothing was refused");
      case EvaluationResult.NothingThere _ ->
          Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case EvaluationResult.NotYours _ ->
          Answer.problem(
              403, "TAKE_IT_FIRST", "it is a colleague's; whoever does it takes it first");
      case EvaluationResult.ChangedElsewhere changed ->
          Answer.problem(
              Problem.of(409, "CHANGED_ELSEWHERE", "somebody saved or took it in between")
                  .with(
                      "current",
                      EvaluationView.TaskView.of(changed.current(), names, clock.instant())));
      case EvaluationResult.AlreadyDone _ ->
          Answer.problem(409, "ALREADY_DONE", "it stays as it was read to the person");
      case EvaluationResult.Missing missing ->
          Answer.problem(
              new Problem(
                  422,
                  "NOT_ASKED_YET",
                  missing.field(),
                  "not done before this was asked",
                  Map.of()));
      case EvaluationResult.NoSuchAgent _ ->
          Answer.problem(
              new Problem(422, "NO_SUCH_AGENT", "owner", "nobody of that name", Map.of()));
      case EvaluationResult.OtherThing _ ->
          Answer.problem(409, "OTHER_THING", "this id is something else's");
    };
  }
}
