package org.hotline115.callflow.truth;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * A difference that a person must hear of. What the board repaired by itself, because PostgreSQL is
 * the truth, stays on the list for a while; the others wait for a decision.
 *
 * @param what an invariant's name, or what differed between Redis and PostgreSQL
 * @param nightOf null where the board compared its two stores
 * @param decision null while nobody has decided
 */
public record BoardAlarm(
    long alarmId,
    PlaceGroupId placeGroupId,
    String what,
    @Nullable NightOf nightOf,
    String found,
    String expected,
    Instant at,
    boolean repaired,
    @Nullable Decision decision,
    @Nullable AgentId decidedBy,
    @Nullable Instant decidedAt) {

  /** What a person, or the course of things, made of it. */
  public enum Decision {
    /** The row was set to what its sources say. */
    REPAIRED,
    /** Seen; it stays as it is. */
    ACKNOWLEDGED,
    /** It came true again by itself. */
    VANISHED
  }

  public boolean isOpen() {
    return !repaired && decision == null;
  }

  /** Waits for a decision, and its sources say what the figure ought to be. */
  public boolean isRepairable() {
    return isOpen() && nightOf != null && BoardInvariant.valueOf(what).hasSources();
  }
}
