package org.hotline115.callflow.queue;

import java.util.Set;
import org.hotline115.callflow.access.AgentId;

/** An agent says where he wants to be rung. A signed-in one is moved there at once. */
public final class ChoosePhone {

  private final Presences presences;
  private final AgentPhones phones;
  private final Set<String> queues;

  public ChoosePhone(Presences presences, AgentPhones phones, Set<String> queues) {
    this.presences = presences;
    this.phones = phones;
    this.queues = queues;
  }

  public PresenceResult choose(AgentId agent, PhoneId phone) {
    AgentPresence now = presences.of(agent);
    if (now.presence().onACall()) {
      return new PresenceResult.OnACall();
    }
    if (!(now.presence() instanceof Presence.Offline) && !phone.equals(now.phone())) {
      if (!phones.join(agent, phone, queues) || !sameStateAgain(now)) {
        return new PresenceResult.PhoneSystemDown();
      }
    }
    return new PresenceResult.Changed(presences.change(agent, presence -> presence.on(phone)));
  }

  /** A member joins paused: give him back what he was. */
  private boolean sameStateAgain(AgentPresence now) {
    return switch (now.presence()) {
      case Presence.Ready _ -> phones.ready(now.agent());
      case Presence.Paused paused -> phones.pause(now.agent(), paused.reason().name());
      case Presence.WrapUp wrapUp -> phones.pause(now.agent(), wrapUp.code());
      case Presence.Offline _, Presence.Ringing _, Presence.Talking _ -> true;
    };
  }
}
