package org.hotline115.callflow.call;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The place in the one order of a queue: a time, and why it is this one. Who waits on the line and
 * who was promised a callback stand in the same order.
 *
 * @param of the earlier call this place was kept from
 */
public record Rank(Instant at, Reason reason, @Nullable CallId of) {

  /** Who is answered first stands first: by time, after those who go before all. */
  public static final Comparator<Rank> IN_ORDER =
      Comparator.comparing((Rank rank) -> !rank.reason().beforeAll()).thenComparing(Rank::at);

  /** Why a call stands where it stands: the one sentence that explains its turn. */
  public enum Reason {
    /** It rang then. */
    ARRIVAL,
    /**
     * The line of an earlier call dropped; ringing again within the grace period keeps the place.
     */
    REDIAL,
    /** A callback was promised then; it is the promise's turn, or the person rang again. */
    CALLBACK,
    /** The rescue service could not be reached: before everybody else. */
    RESCUE_UNANSWERED,
    /** The line of one whom the rescue did not answer dropped, and he rang again: still first. */
    RESCUE_REDIAL;

    /** Before everybody who stands at a time. */
    public boolean beforeAll() {
      return this == RESCUE_UNANSWERED || this == RESCUE_REDIAL;
    }
  }
}
