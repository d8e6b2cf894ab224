package org.hotline115.callflow.call;

/**
 * How a call ended: exactly one for each call, so that {@code R = BF + BT + I + IE + O} holds on
 * every report (domain page, 4.4 and 5.1).
 */
public enum CallOutcome {
  /** We refused: the queue was full. */
  BLOCKED_FULL,
  /** The exchange or a channel failed before a human or the queue was done with the call. */
  BLOCKED_TECH,
  /** The caller hung up in the menu. */
  IVR_ONLY,
  /** The danger key, in the menu or while waiting, passed the caller to 15, 17, 18 or 112. */
  IVR_EMERGENCY_HANDOFF,
  /** A human answered. */
  ANSWERED,
  /** Hung up in the queue before the short-abandon threshold. */
  ABANDONED_SHORT,
  /** Hung up in the queue. */
  ABANDONED,
  /** Left the queue with a callback. */
  LEFT_FOR_CALLBACK,
  /** Left the queue at the maximum wait. */
  TIMED_OUT,
  /** Left the queue because it had no agent. */
  EXIT_EMPTY,
  /** Only of calls of ours, which are not in R: an agent was there, the person was not. */
  NOT_REACHED,
  /** Only of calls of ours: it gave up its place before an agent was free. */
  WITHDRAWN
}
