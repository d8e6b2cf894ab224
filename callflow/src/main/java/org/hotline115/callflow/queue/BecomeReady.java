package org.hotline115.callflow.queue;

import java.util.Set;
import org.hotline115.callflow.access.AgentId;

/** An agent is there for the next caller. Also ends a pause and a wrap-up. */
public final class BecomeReady {

  private final Presences presences;
  private final AgentPhones phones;
  private final Set<String> queues;

  public BecomeReady(Presences presences, AgentPhones phones, Set<String> queues) {
    this.presences = presences;
    this.phones = phones;
    this.queues = queues;
  }

  public PresenceResult ready(AgentId agent) {
    AgentPresence now = presences.of(agent);
    PhoneId phone = now.phone();
    if (phone == null) {
      return new PresenceResult.NoPhoneChosen();
    }
    if (now.presence().onACall()) {
      // He takes back the pause he asked for; the call goes on.
      return new PresenceResult.Changed(
          presences.change(agent, presence -> presence.wishing(null)));
    }
    if (!isRungFromNowOn(now, phone)) {
      return new PresenceResult.PhoneSystemDown();
    }
    presences.change(agent, presence -> presence.wishing(null));
    return new PresenceResult.Changed(presences.move(agent, new Presence.Ready()));
  }

  /**
   * Asterisk's own wrap-up time is only there for a dead gateway: who has wrapped up joins anew, as
   * a member without an earlier call, and is rung at once.
   */
  private boolean isRungFromNowOn(AgentPresence now, PhoneId phone) {
    AgentId agent = now.agent();
    boolean mayJoin = !(now.presence() instanceof Presence.WrapUp) || phones.leave(agent);
    return mayJoin && phones.join(agent, phone, queues) && phones.ready(agent);
  }

  /** The contact is closed: ready again, or the pause he asked for while he talked. */
  public PresenceResult afterWrapUp(AgentId agent) {
    AgentPresence now = presences.of(agent);
    if (!(now.presence() instanceof Presence.WrapUp)) {
      return new PresenceResult.Changed(now);
    }
    PauseReason wish = now.wish();
    return wish == null ? ready(agent) : new Pause(presences, phones, queues).pause(agent, wish);
  }
}
