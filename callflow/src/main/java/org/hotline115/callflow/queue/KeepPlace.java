package org.hotline115.callflow.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallStore;
import org.hotline115.callflow.call.Rank;
import org.hotline115.callflow.caller.CallerKey;

/**
 * Whose line dropped while waiting, and who rings again within the grace period, stands where he
 * stood. Nothing is asked of him. A place is given to one call: a whole house behind one number
 * cannot multiply it.
 */
public final class KeepPlace {

  private final CallStore calls;
  private final Duration grace;
  private final InstantSource clock;

  public KeepPlace(CallStore calls, Duration grace, InstantSource clock) {
    this.calls = calls;
    this.grace = grace;
    this.clock = clock;
  }

  /**
   * The place he lost, if he lost one.
   *
   * @throws org.hotline115.callflow.store.RecordsAway when PostgreSQL does not answer: then he
   *     stands where he arrives (fail-open)
   */
  public Optional<Rank> of(CallId call, CallerKey caller, String queue) {
    return calls
        .droppedCall(caller, queue, call, clock.instant().minus(grace))
        .map(dropped -> new Rank(dropped.rank().at(), reason(dropped.rank()), dropped.id()));
  }

  private static Rank.Reason reason(Rank lost) {
    return lost.reason().beforeAll() ? Rank.Reason.RESCUE_REDIAL : Rank.Reason.REDIAL;
  }
}
