package org.hotline115.gateway.asterisk;

import java.util.Map;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.queue.ColleagueExchange;
import org.hotline115.callflow.queue.PhoneId;

/** Rings colleagues beside a talk (extensions_colleague.conf). A call has one leg for them. */
final class AmiColleagues implements ColleagueExchange {

  private final AmiLink link;
  private final AmiFacts facts;
  private final String callerNumber;

  AmiColleagues(AmiLink link, AmiFacts facts, String callerNumber) {
    this.link = link;
    this.facts = facts;
    this.callerNumber = callerNumber;
  }

  private static String leg(CallId call) {
    return "colleague-" + call.linkedid();
  }

  /**
   * The caller's channel keeps the name of the leg: when the agent leaves it is waited for, and
   * when the caller hangs up it goes with him.
   */
  @Override
  public boolean ring(Call call, AgentId colleague, PhoneId phone) {
    String leg = leg(call.id());
    ThirdLeg third = new ThirdLeg("colleague", leg, "ring");
    Map<String, String> who =
        Map.of(
            "HOTLINE_PHONE",
            phone.value(),
            "HOTLINE_WHO",
            colleague.value() + " " + call.id().linkedid());
    return facts
        .channelOf(call.id())
        .filter(caller -> link.order(new SetVarAction(caller, "HOTLINE_COLLEAGUE_LEG", leg)))
        .filter(caller ->
            link.order(
                new SetVarAction(
                    caller, "CHANNEL(hangup_handler_push)", "colleague-caller-left,s,1")))
        .filter(caller -> link.order(third.ring(callerNumber, caller, call, who)))
        .isPresent();
  }

  /** Asterisk finds a channel by its id too; that there is none is as wished. */
  @Override
  public boolean drop(CallId call) {
    return link.send(new HangupAction(leg(call))).isPresent();
  }

  /** An agent has two telephones named after him, and talks on one of them. */
  @Override
  public boolean leave(AgentId agent) {
    return link.order(new HangupAction("/^PJSIP\\/" + agent.value() + "(-web)?-[0-9a-f]+$/"));
  }
}
