package org.hotline115.gateway.asterisk;

import java.util.Map;
import org.asteriskjava.manager.action.HangupAction;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.InterpreterExchange;
import org.hotline115.callflow.call.InterpreterService;

/** Rings interpreters beside a talk (extensions_interpreter.conf). A call has one leg for them. */
final class AmiInterpreters implements InterpreterExchange {

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
    ThirdLeg third = new ThirdLeg("interpreter", leg(call.id()), service.number());
    Map<String, String> who =
        Map.of(
            "__HOTLINE_LANGUAGE",
            language,
            "HOTLINE_SERVICE",
            service.code(),
            "HOTLINE_WHO",
            language + " " + service.code() + " " + call.id().linkedid());
    return facts
        .channelOf(call.id())
        .filter(caller -> link.order(third.ring(callerNumber, caller, call, who)))
        .isPresent();
  }

  /** Asterisk finds a channel by its id too; that there is none is as wished. */
  @Override
  public boolean drop(CallId call) {
    return link.send(new HangupAction(leg(call))).isPresent();
  }
}
