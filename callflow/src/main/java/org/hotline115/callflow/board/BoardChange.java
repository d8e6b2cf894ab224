package org.hotline115.callflow.board;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One numbered change of the board: the group as it is after it and, where one moved, the hold.
 *
 * @param at Redis's clock
 */
public record BoardChange(
    long version, Instant at, Verb verb, CapacityState state, @Nullable Hold movedHold) {

  /** What happened, in the past tense. */
  public enum Verb {
    HELD,
    EXTENDED,
    OFFERED,
    PINNED,
    RELEASED,
    TAKEN_BACK,
    EXPIRED,
    CONVERTED,
    TOLD
  }

  public Optional<Hold> hold() {
    return Optional.ofNullable(movedHold);
  }
}
