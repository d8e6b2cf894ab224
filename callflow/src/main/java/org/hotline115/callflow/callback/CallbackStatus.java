package org.hotline115.callflow.callback;

/**
 * What became of a promise. Each status says which others may follow.
 *
 * <pre>
 * QUEUED <-> DIALLING -> REACHED, UNREACHABLE
 * QUEUED -> MERGED, EXPIRED, CANCELLED_BY_CALLER
 * REACHED -> QUEUED, UNREACHABLE when the agent says that a machine picked up
 * </pre>
 */
public enum CallbackStatus {
  /** It stands in the order at its kept rank, or waits for the next attempt. */
  QUEUED,
  /** An agent is on the line and the person's telephone rings. */
  DIALLING,
  REACHED,
  /** Every attempt was made. */
  UNREACHABLE,
  /** Nobody was free before it lost its sense. */
  EXPIRED,
  CANCELLED_BY_CALLER,
  /** The person rang again and was answered. */
  MERGED;

  /** True while something is owed. */
  public boolean isOwed() {
    return this == QUEUED || this == DIALLING;
  }

  public boolean mayBecome(CallbackStatus next) {
    return switch (this) {
      case QUEUED -> next != REACHED && next != UNREACHABLE;
      case DIALLING -> next == QUEUED || next == REACHED || next == UNREACHABLE;
      case REACHED -> next == QUEUED || next == UNREACHABLE;
      case UNREACHABLE, EXPIRED, CANCELLED_BY_CALLER, MERGED -> false;
    };
  }
}
