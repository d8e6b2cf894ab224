package org.hotline115.gateway.asterisk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.SetVarAction;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.RescueExchange;
import org.hotline115.callflow.call.RescueService;

/** Rings the rescue beside a talk (contexts rescue-ring and rescue-join of extensions.conf). */
final class AmiRescue implements RescueExchange {

  private static final long RINGS_AT_MOST_MILLIS = 600_000;

  private final AmiLink link;
  private final AmiFacts facts;
  private final String callerNumber;

  AmiRescue(AmiLink link, AmiFacts facts, String callerNumber) {
    this.link = link;
    this.facts = facts;
    this.callerNumber = callerNumber;
  }

  @Override
  public boolean ring(UUID ringId, Call call, RescueService service) {
    String leg = "rescue-" + ringId;
    return facts
        .channelOf(call.id())
        .filter(caller -> link.order(new SetVarAction(caller, "HOTLINE_RESCUE_LEG", leg)))
        .filter(caller -> link.order(originate(leg, caller, call, service)))
        .isPresent();
  }

  /** Half 2 rings the service; half 1 joins the talk when it answers. */
  private OriginateAction originate(String leg, String caller, Call call, RescueService service) {
    OriginateAction originate = new OriginateAction();
    originate.setChannel("Local/" + service.number() + "@rescue-ring/n");
    originate.setChannelId(leg);
    originate.setOtherChannelId(leg + "-ring");
    originate.setContext("rescue-join");
    originate.setExten("s");
    originate.setPriority(1);
    originate.setCallerId(callerNumber);
    originate.setAsync(true);
    originate.setTimeout(RINGS_AT_MOST_MILLIS);
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("HOTLINE_CALL", call.id().linkedid());
    variables.put("HOTLINE_CALLER", caller);
    variables.put("HOTLINE_LINE", call.line() == null ? "" : call.line());
    originate.setVariables(variables);
    return originate;
  }
}
