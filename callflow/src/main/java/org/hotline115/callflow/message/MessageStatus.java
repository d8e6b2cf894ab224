package org.hotline115.callflow.message;

/**
 * Where a text message is.
 *
 * <pre>
 * QUEUED -> SENDING -> SENT -> DELIVERED, UNDELIVERED, FAILED
 *    |         |-> UNKNOWN -> SENT (found at the provider), QUEUED (it is not there)
 *    |         |-> FAILED (refused), QUEUED (slow down, not authorised)
 *    '-> EXPIRED              SUPPRESSED_*: never queued
 * </pre>
 *
 * The rank only rises by what the provider tells: its calls come late, twice and out of order.
 */
public enum MessageStatus {
  QUEUED(0),
  SENDING(1),
  UNKNOWN(2),
  SENT(3),
  UNDELIVERED(4),
  DELIVERED(5),
  FAILED(5),
  EXPIRED(5),
  SUPPRESSED_DISCRETION(5),
  SUPPRESSED_OPT_OUT(5);

  private final int rank;

  MessageStatus(int rank) {
    this.rank = rank;
  }

  int rank() {
    return rank;
  }
}
