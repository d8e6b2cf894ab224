package org.hotline115.gateway.asterisk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.response.ManagerResponse;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.InterpreterExchange;
import org.hotline115.callflow.call.InterpreterService;

/** Rings interpreters beside a talk (extensions_interpreter.conf). A call has one leg for them. */
final class AmiInterpreters implements InterpreterExchange {

  private static final long RINGS_AT_MOST_MILLIS = 600_000;

  private final AmiLink link;
  private final AmiFacts facts;
  private final String callerNumber;

  AmiInterpreters(AmiLink link, AmiFacts facts, String callerNumber) {
    this.link = link;
    this.facts = facts;
    this.callerNumber = callerNumber;
  }

  private static String leg(CallId call) {
    return "interpreter-" + call.linkedid();
  }

  @Override
  public boolean ring(Call call, InterpreterService service, String language) {
    return facts
        .channelOf(call.id())
        .filter(caller -> link.order(originate(caller, call, service, language)))
        .isPresent();
  }

  private OriginateAction originate(
      String caller, Call call, InterpreterService service, String language) {
    OriginateAction originate = new OriginateAction();
    originate.setChannel("Local/" + service.number() + "@interpreter-ring/n");
    originate.setChannelId(leg(call.id()));
    originate.setOtherChannelId(leg(call.id()) + "-ring");
    originate.setContext("interpreter-join");
    originate.setExten("s");
    originate.setPriority(1);
    originate.setCallerId(callerNumber);
    originate.setAsync(true);
    originate.setTimeout(RINGS_AT_MOST_MILLIS);
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("HOTLINE_CALL", call.id().linkedid());
    variables.put("HOTLINE_CALLER", caller);
    variables.put("__HOTLINE_LANGUAGE", language);
    variables.put("HOTLINE_SERVICE", service.code());
    variables.put("HOTLINE_WHO", language + " " + service.code() + " " + call.id().linkedid());
    originate.setVariables(variables);
    return originate;
  }

  /** Asterisk finds a channel by its id too; that there is none is as wished. */
  @Override
  public boolean drop(CallId call) {
    Optional<ManagerResponse> answer = link.send(new HangupAction(leg(call)));
    return answer.isPresent();
  }
}
