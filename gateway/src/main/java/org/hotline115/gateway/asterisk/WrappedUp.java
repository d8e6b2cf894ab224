package org.hotline115.gateway.asterisk;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.queue.AgentPresence;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.queue.PresenceObserver;

/** An agent's wrap-up is over: told to his call, on the call's lane, as calls lock first. */
record WrappedUp(Consumer<CallFact> facts, InstantSource clock) implements PresenceObserver {

  @Override
  public void presenceChanged(AgentPresence before, AgentPresence after) {
    if (before.presence() instanceof Presence.WrapUp(var call)
        && !(after.presence() instanceof Presence.WrapUp)) {
      facts.accept(
          new CallFact.WrappedUp(
              call, clock.instant().truncatedTo(ChronoUnit.MICROS), after.agent()));
    }
  }
}
