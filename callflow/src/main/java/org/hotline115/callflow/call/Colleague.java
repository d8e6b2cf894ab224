package org.hotline115.callflow.call;

import java.time.Duration;
import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * The colleague whom an agent asked into a talk, by who was asked last. When the agent leaves, the
 * colleague goes on with the caller: the talk is passed on, and who leaves while it rings passes it
 * on unheard.
 */
public record Colleague(@Nullable AgentId agent, ThirdParty third) {

  static final Colleague NOT_ASKED = new Colleague(null, ThirdParty.NOT_ASKED);

  Colleague rung(AgentId asked, Instant at) {
    return new Colleague(third.isBeforeLastWish(at) ? agent : asked, third.rung(at));
  }

  Colleague now(ThirdParty told) {
    return new Colleague(agent, told);
  }

  /** Who rings or talks beside the agent now; null for nobody. */
  public @Nullable AgentId present() {
    return third.rings() || third.talks() ? agent : null;
  }

  /** True when he was in the talk after this moment: the caller was not alone then. */
  boolean stayedAfter(Instant moment) {
    Instant endedAt = third.time().lastEndedAt();
    return third.talks() || (endedAt != null && endedAt.isAfter(moment));
  }

  /** How long he talked with the caller after the agent had left, until the call was over. */
  long secondsAfter(Instant left, @Nullable Instant overAt) {
    Instant until = third.talks() ? overAt : third.time().lastEndedAt();
    return until == null ? 0 : Math.max(0, Duration.between(left, until).toSeconds());
  }
}
