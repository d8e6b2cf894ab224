package org.hotline115.gateway.web;

import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.queue.AskColleague;
import org.hotline115.callflow.queue.ColleagueResult;

/** An agent's key for a colleague: who can be asked, asking, letting go, passing the call on. */
public final class ColleagueRoutes implements Routes {

  private final AskColleague colleagues;
  private final DisplayNames names;

  public ColleagueRoutes(AskColleague colleagues, DisplayNames names) {
    this.colleagues = colleagues;
    this.names = names;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/colleagues", this::ready);
    api.post("/api/calls/:callId/colleague", this::ask);
    api.delete("/api/calls/:callId/colleague", this::drop);
    api.post("/api/calls/:callId/pass-on", this::passOn);
  }

  private record ReadyColleague(AgentId agent, String name) {}

  private Answer ready(ApiRequest request) {
    List<ReadyColleague> all =
        colleagues.ready(request.agent()).stream()
            .map(agent -> new ReadyColleague(agent, names.of(agent)))
            .toList();
    return Answer.ok(Map.of("colleagues", all));
  }

  private Answer ask(ApiRequest request) {
    Fields fields = request.fields();
    String name = fields.text("agent", 32);
    fields.nothingElse();
    AgentId colleague;
    try {
      colleague = new AgentId(name);
    } catch (IllegalArgumentException e) {
      return Answer.problem(Problem.field("INVALID_VALUE", "agent", "not the name of an agent"));
    }
    return answer(
        colleagues.ask(AgentRoutes.callId(request.path("callId")), colleague, request.agent()));
  }

  private Answer drop(ApiRequest request) {
    return answer(colleagues.drop(AgentRoutes.callId(request.path("callId")), request.agent()));
  }

  private Answer passOn(ApiRequest request) {
    request.fields().nothingElse();
    return answer(colleagues.passOn(AgentRoutes.callId(request.path("callId")), request.agent()));
  }

  private static Answer answer(ColleagueResult result) {
    return switch (result) {
      case ColleagueResult.Ordered _ -> Answer.accepted();
      case ColleagueResult.NotYourCall _ ->
          Answer.problem(409, "NOT_YOUR_CALL", "you do not speak with this caller now");
      case ColleagueResult.NotReady _ ->
          Answer.problem(409, "COLLEAGUE_NOT_READY", "this colleague cannot be rung now");
      case ColleagueResult.NobodyThere _ ->
          Answer.problem(409, "NO_COLLEAGUE", "ask a colleague in first");
      case ColleagueResult.ExchangeAway _ ->
          Answer.problem(503, "TELEPHONE_DOWN", "the telephone cannot be reached now");
    };
  }
}
