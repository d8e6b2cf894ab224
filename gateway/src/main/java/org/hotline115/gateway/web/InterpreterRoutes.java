package org.hotline115.gateway.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.call.AddInterpreter;
import org.hotline115.callflow.call.InterpreterResult;

/** An agent's key for an interpreter: who can be added for which line, adding and letting go. */
public final class InterpreterRoutes implements Routes {

  private final AddInterpreter interpreters;
  private final List<String> lines;

  public InterpreterRoutes(AddInterpreter interpreters, List<String> lines) {
    this.interpreters = interpreters;
    this.lines = List.copyOf(lines);
  }

  @Override
  public void mount(Api api) {
    api.get("/api/interpreters", _ -> Answer.ok(Map.of("lines", lines())));
    api.post("/api/calls/:callId/interpreter", this::add);
    api.delete("/api/calls/:callId/interpreter", this::drop);
  }

  /** By line, the name of who interprets by the language. */
  private Map<String, Map<String, String>> lines() {
    Map<String, Map<String, String>> all = new LinkedHashMap<>();
    for (String line : lines) {
      Map<String, String> names = new LinkedHashMap<>();
      interpreters
          .languagesOf(line)
          .forEach((language, service) -> names.put(language, service.name()));
      all.put(line, names);
    }
    return all;
  }

  private Answer add(ApiRequest request) {
    Fields fields = request.fields();
    String language = fields.text("language", 3);
    fields.nothingElse();
    return answer(
        interpreters.add(AgentRoutes.callId(request.path("callId")), language, request.agent()));
  }

  private Answer drop(ApiRequest request) {
    return answer(interpreters.drop(AgentRoutes.callId(request.path("callId")), request.agent()));
  }

  private static Answer answer(InterpreterResult result) {
    return switch (result) {
      case InterpreterResult.Ordered _ -> Answer.accepted();
      case InterpreterResult.NotYourCall _ ->
          Answer.problem(409, "NOT_YOUR_CALL", "you do not speak with this caller now");
      case InterpreterResult.NoSuchService _ ->
          Answer.problem(
              new Problem(422, "INVALID_VALUE", "language", "nobody interprets it here", Map.of()));
      case InterpreterResult.ExchangeAway _ ->
          Answer.problem(503, "INTERPRETER_NOT_RUNG", "the telephone cannot be reached now");
    };
  }
}
