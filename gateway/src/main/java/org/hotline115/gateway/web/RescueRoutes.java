package org.hotline115.gateway.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.RescueResult;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.call.RingRescue;

/** An agent's danger button: who can be rung for which line, and ringing one of them. */
public final class RescueRoutes implements Routes {

  private final RingRescue ringRescue;

  public RescueRoutes(RingRescue ringRescue) {
    this.ringRescue = ringRescue;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/rescue", _ -> Answer.ok(Map.of("lines", lines())));
    api.post("/api/calls/:callId/rescue", this::ring);
  }

  /** Short numbers by line, in the order in which one counts. */
  private Map<String, List<String>> lines() {
    Map<String, List<String>> lines = new TreeMap<>();
    ringRescue.services().forEach((line, services) -> lines.put(line, numbers(services)));
    return lines;
  }

  private static List<String> numbers(Set<RescueService> services) {
    return services.stream()
        .map(RescueService::number)
        .sorted(Comparator.comparing(Integer::valueOf))
        .toList();
  }

  private Answer ring(ApiRequest request) {
    Fields fields = request.fields();
    UUID ringId = fields.uuid("ringId");
    String word = fields.text("service", 3);
    fields.nothingElse();
    String callId = request.path("callId");
    if (!callId.matches(CallId.PATTERN)) {
      return notYours();
    }
    return RescueService.read(word)
        .map(service -> answer(ringId, callId, service, request))
        .orElseGet(RescueRoutes::noSuchService);
  }

  private Answer answer(UUID ringId, String callId, RescueService service, ApiRequest request) {
    return switch (ringRescue.ring(ringId, new CallId(callId), service, request.agent())) {
      case RescueResult.Ordered _ -> Answer.ok(Map.of("service", service.number()));
      case RescueResult.NotYourCall _ -> notYours();
      case RescueResult.NoSuchService _ -> noSuchService();
      case RescueResult.ExchangeAway _ ->
          Answer.problem(503, "RESCUE_NOT_RUNG", "nobody was rung: take another telephone");
    };
  }

  private static Answer notYours() {
    return Answer.problem(409, "NOT_YOUR_CALL", "you do not speak with this caller now");
  }

  private static Answer noSuchService() {
    return Answer.problem(
        new Problem(422, "INVALID_VALUE", "service", "no service of this line", Map.of()));
  }
}
