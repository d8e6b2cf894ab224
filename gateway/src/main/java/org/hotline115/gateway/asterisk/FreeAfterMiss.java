package org.hotline115.gateway.asterisk;

import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallObserver;
import org.hotline115.callflow.call.CallOutcome;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.queue.BecomeReady;

/** Whoever listened to a telephone that nobody picked up has nothing to wrap up: ready at once. */
record FreeAfterMiss(BecomeReady becomeReady, CallRules rules) implements CallObserver {

  @Override
  public void callChanged(Call before, Call after) {
    AgentId agent = after.agent();
    if (agent != null
        && after.state(rules) instanceof CallState.Ended ended
        && ended.outcome() == CallOutcome.NOT_REACHED
        && !before.state(rules).ended()) {
      becomeReady.afterWrapUp(agent);
    }
  }
}
