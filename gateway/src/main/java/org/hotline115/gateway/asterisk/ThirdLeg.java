package org.hotline115.gateway.asterisk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asteriskjava.manager.action.OriginateAction;
import org.hotline115.callflow.call.Call;

/**
 * Somebody who joins a talk that goes on, as two halves of a Local channel: half 2 rings in the
 * context {@code KIND-ring}, half 1 is third in the talk from the moment it answers ({@code
 * KIND-join}).
 *
 * @param leg the id of half 1, which Asterisk takes once
 * @param exten where it begins there: the number of who is rung, where he has one
 */
record ThirdLeg(String kind, String leg, String exten) {

  private static final long RINGS_AT_MOST_MILLIS = 600_000;

  /**
   * Rings it for this call.
   *
   * @param caller the caller's channel
   * @param more what the dialplan must know beside the call
   */
  OriginateAction ring(String callerNumber, String caller, Call call, Map<String, String> more) {
    OriginateAction originate = new OriginateAction();
    originate.setChannel("Local/" + exten + "@" + kind + "-ring/n");
    originate.setChannelId(leg);
    originate.setOtherChannelId(leg + "-ring");
    originate.setContext(kind + "-join");
    originate.setExten("s");
    originate.setPriority(1);
    originate.setCallerId(callerNumber);
    originate.setAsync(true);
    originate.setTimeout(RINGS_AT_MOST_MILLIS);
    Map<String, String> variables = new LinkedHashMap<>(more);
    variables.put("HOTLINE_CALL", call.id().linkedid());
    variables.put("HOTLINE_CALLER", caller);
    originate.setVariables(variables);
    return originate;
  }
}
