package org.hotline115.callflow.statistics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as everybody may see it now. No name and no number of anybody is in it.
 *
 * @param cap how many may wait before a callback is offered at the door; null: no cap
 * @param longestWaitSince when who waits longest entered the queue; null: nobody waits
 * @param usual what it was like until this hour on the same day of the last weeks; null: not known
 */
public record LineNow(
    String line,
    String name,
    boolean open,
    long waiting,
    @Nullable Integer cap,
    Level waitingLevel,
    @Nullable Instant longestWaitSince,
    Level waitLevel,
    Promised promised,
    @Nullable Double serviceLevel,
    Level serviceLevelLevel,
    Today today,
    @Nullable Today usual) {

  /**
   * Callbacks that are owed, spoken or written.
   *
   * @param oldestSince when the oldest was promised; null: nothing is owed
   * @param late those whose hour has passed
   */
  public record Promised(long owed, @Nullable Instant oldestSince, long late, Level level) {}

  /** Calls since midnight. {@code abandoned}: without the short ones. */
  public record Today(long received, long answered, long abandoned, long blocked) {

    static Today of(Outcomes outcomes) {
      return new Today(
          outcomes.received(), outcomes.answered(), outcomes.abandoned(), outcomes.blocked());
    }
  }
}
