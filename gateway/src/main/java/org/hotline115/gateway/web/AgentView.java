package org.hotline115.gateway.web;

import java.time.Instant;
import org.hotline115.callflow.queue.AgentPresence;
import org.hotline115.callflow.queue.PauseReason;
import org.hotline115.callflow.queue.PhoneId;
import org.hotline115.callflow.queue.Presence;
import org.jspecify.annotations.Nullable;

/** An agent as his own page shows him. {@code wish}: the pause that begins after this call. */
public record AgentView(
    String agent,
    String displayName,
    String state,
    @Nullable PauseReason reason,
    Instant since,
    @Nullable PhoneId phone,
    @Nullable PauseReason wish) {

  public static AgentView of(AgentPresence presence, String displayName) {
    return new AgentView(
        presence.agent().value(),
        displayName,
        presence.presence().code(),
        presence.presence() instanceof Presence.Paused paused ? paused.reason() : null,
        presence.since(),
        presence.phone(),
        presence.wish());
  }
}
