package org.hotline115.callflow.queue;

import org.hotline115.callflow.access.AgentId;

/** An agent goes home: no queue rings him any more. His phone stays chosen for the next time. */
public final class SignOff {

  private final Presences presences;
  private final AgentPhones phones;

  public SignOff(Presences presences, AgentPhones phones) {
    this.presences = presences;
    this.phones = phones;
  }

  public PresenceResult signOff(AgentId agent) {
    AgentPresence now = presences.of(agent);
    if (now.presence().onACall()) {
      return new PresenceResult.OnACall();
    }
    if (now.presence() instanceof Presence.Offline) {
      return new PresenceResult.Changed(now);
    }
    if (!phones.leave(agent)) {
      return new PresenceResult.PhoneSystemDown();
    }
    presences.change(agent, presence -> presence.wishing(null));
    return new PresenceResult.Changed(presences.move(agent, new Presence.Offline()));
  }
}
