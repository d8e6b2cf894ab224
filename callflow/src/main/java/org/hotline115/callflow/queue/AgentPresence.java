package org.hotline115.callflow.queue;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * One agent: what he does, since when, on which phone.
 *
 * @param wish a pause he asked for while on a call; it begins when the contact is closed
 */
public record AgentPresence(
    AgentId agent,
    @Nullable PhoneId phone,
    Presence presence,
    Instant since,
    @Nullable PauseReason wish) {

  static AgentPresence offline(AgentId agent, Instant since) {
    return new AgentPresence(agent, null, new Presence.Offline(), since, null);
  }

  AgentPresence now(Presence next, Instant at) {
    return next.equals(presence) ? this : new AgentPresence(agent, phone, next, at, wish);
  }

  AgentPresence on(PhoneId chosen) {
    return new AgentPresence(agent, chosen, presence, since, wish);
  }

  AgentPresence wishing(@Nullable PauseReason reason) {
    return new AgentPresence(agent, phone, presence, since, reason);
  }
}
