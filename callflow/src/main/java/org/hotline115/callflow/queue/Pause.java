package org.hotline115.callflow.queue;

import java.util.Set;
import org.hotline115.callflow.access.AgentId;

/**
 * An agent takes no calls for a while, for a reason. While he is on a call it waits for its end.
 */
public final class Pause {

  private final Presences presences;
  private final AgentPhones phones;
  private final Set<String> queues;

  public Pause(Presences presences, AgentPhones phones, Set<String> queues) {
    this.presences = presences;
    this.phones = phones;
    this.queues = queues;
  }

  public PresenceResult pause(AgentId agent, PauseReason reason) {
    AgentPresence now = presences.of(agent);
    PhoneId phone = now.phone();
    if (phone == null) {
      return new PresenceResult.NoPhoneChosen();
    }
    if (now.presence().onACall()) {
      return new PresenceResult.Changed(
          presences.change(agent, presence -> presence.wishing(reason)));
    }
    if (!phones.join(agent, phone, queues) || !phones.pause(agent, reason.name())) {
      return new PresenceResult.PhoneSystemDown();
    }
    presences.change(agent, presence -> presence.wishing(null));
    return new PresenceResult.Changed(presences.move(agent, new Presence.Paused(reason)));
  }
}
