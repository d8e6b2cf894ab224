package org.hotline115.callflow.message;

import java.util.Arrays;
import java.util.List;

/**
 * What became of a text. A status is only ever replaced by one of a higher rank, so that receipts
 * may come twice, late and in any order and the end is the same.
 *
 * <pre>
 * QUEUED -> SENDING -> SENT -> FAILED, UNDELIVERED, DELIVERED
 *    ^         |-----> UNKNOWN -> SENT (found at the provider)
 *    |         |          '-----> QUEUED (not there after a while: once more, only once)
 *    '---------' (refused for now)
 * QUEUED -> WITHDRAWN (its occasion is gone)
 * QUEUED, UNKNOWN -> EXPIRED           SENDING -> FAILED, JOURNALED, SUPPRESSED_OPT_OUT
 * </pre>
 *
 * The steps back to QUEUED are taken by {@link SendTexts} alone.
 */
public enum MessageStatus {
  QUEUED(0),
  SENDING(1),
  /** The provider may have it or not: a time-out, its own error, or our end in between. */
  UNKNOWN(2),
  /** Its moment has passed. Should the provider have had it after all, its word counts. */
  EXPIRED(3),
  /** What it was about was moved or cancelled before it left. */
  WITHDRAWN(3),
  /** Accepted by the provider. */
  SENT(4),
  FAILED(5),
  UNDELIVERED(6),
  DELIVERED(7),
  /** There is no provider: shown on the page of texts, never sent. */
  JOURNALED(8),
  SUPPRESSED_DISCRETION(8),
  SUPPRESSED_OPT_OUT(8);

  private final int rank;

  MessageStatus(int rank) {
    this.rank = rank;
  }

  /** Those that this one may replace. */
  List<MessageStatus> lower() {
    return Arrays.stream(values()).filter(other -> other.rank < rank).toList();
  }

  boolean hasLeft() {
    return this == SENT || this == DELIVERED;
  }
}
