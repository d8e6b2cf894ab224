package org.hotline115.callflow.queue;

import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.RecordCall;

/** An agent ends his part of a call from the page, whichever telephone he has. */
public final class HangUp {

  private final RecordCall calls;
  private final AgentPhones phones;
  private final ColleagueExchange exchange;

  public HangUp(RecordCall calls, AgentPhones phones, ColleagueExchange exchange) {
    this.calls = calls;
    this.phones = phones;
    this.exchange = exchange;
  }

  /**
   * The caller is let go with the agent, unless somebody else of us is with him. False when the
   * phone system cannot be reached.
   */
  public boolean hangUp(CallId call, AgentId agent) {
    return calls.live(call).filter(this::isShared).isPresent()
        ? exchange.leave(agent)
        : phones.hangUp(call);
  }

  /** A colleague talks or rings beside the agent, or rings for the caller whom he left. */
  private boolean isShared(Call call) {
    AgentId colleague = call.colleague().present();
    boolean alone =
        calls.stateOf(call) instanceof CallState.Talking(AgentId agent) && agent.equals(colleague);
    return colleague != null && !alone;
  }
}
