package org.hotline115.gateway.asterisk;

import java.util.Map;
import java.util.UUID;
import org.asteriskjava.manager.action.SetVarAction;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.RescueExchange;
import org.hotline115.callflow.call.RescueService;

/** Rings the rescue beside a talk (contexts rescue-ring and rescue-join of extensions.conf). */
final class AmiRescue implements RescueExchange {

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
    ThirdLeg third = new ThirdLeg("rescue", leg, service.number());
    Map<String, String> line = Map.of("HOTLINE_LINE", call.line() == null ? "" : call.line());
    return facts
        .channelOf(call.id())
        .filter(caller -> link.order(new SetVarAction(caller, "HOTLINE_RESCUE_LEG", leg)))
        .filter(caller -> link.order(third.ring(callerNumber, caller, call, line)))
        .isPresent();
  }
}
