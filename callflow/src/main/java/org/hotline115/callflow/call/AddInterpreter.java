package org.hotline115.callflow.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hotline115.callflow.access.AgentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent and a caller do not understand each other: a service that interprets joins their talk,
 * and leaves it when it is no longer needed, or with the agent.
 */
public final class AddInterpreter {

  private static final Logger log = LoggerFactory.getLogger(AddInterpreter.class);

  private final RecordCall calls;
  private final List<InterpreterService> services;
  private final InterpreterExchange exchange;

  /** {@code services}: of two that interpret a language for a line the first is rung. */
  public AddInterpreter(
      RecordCall calls, List<InterpreterService> services, InterpreterExchange exchange) {
    this.calls = calls;
    this.services = List.copyOf(services);
    this.exchange = exchange;
  }

  /** Which languages can be interpreted for callers of this line, and by whom. */
  public Map<String, InterpreterService> languagesOf(String line) {
    Map<String, InterpreterService> languages = new TreeMap<>();
    for (InterpreterService service : services) {
      service.languages().stream()
          .filter(language -> service.serves(line, language))
          .forEach(language -> languages.putIfAbsent(language, service));
    }
    return new LinkedHashMap<>(languages);
  }

  /** Asking again while one rings or speaks changes nothing. */
  public InterpreterResult add(CallId callId, String language, AgentId by) {
    Optional<Call> found = calls.live(callId).filter(live -> speaks(live, by));
    if (found.isEmpty()) {
      return new InterpreterResult.NotYourCall();
    }
    Call call = found.get();
    if (call.interpreter().third().rings() || call.interpreter().third().talks()) {
      return new InterpreterResult.Ordered();
    }
    InterpreterService service = languagesOf(call.line() == null ? "" : call.line()).get(language);
    if (service == null) {
      return new InterpreterResult.NoSuchService();
    }
    boolean ordered = exchange.ring(call, service, language);
    log.atInfo()
        .addKeyValue("callId", callId)
        .addKeyValue("service", service.code())
        .addKeyValue("ordered", ordered)
        .log("an agent adds an interpreter");
    return ordered ? new InterpreterResult.Ordered() : new InterpreterResult.ExchangeAway();
  }

  /** Takes whoever rings or speaks out of the talk again. */
  public InterpreterResult drop(CallId callId, AgentId by) {
    if (calls.live(callId).filter(live -> speaks(live, by)).isEmpty()) {
      return new InterpreterResult.NotYourCall();
    }
    return exchange.drop(callId)
        ? new InterpreterResult.Ordered()
        : new InterpreterResult.ExchangeAway();
  }

  private boolean speaks(Call call, AgentId by) {
    return calls.stateOf(call) instanceof CallState.Talking(AgentId agent) && agent.equals(by);
  }
}
