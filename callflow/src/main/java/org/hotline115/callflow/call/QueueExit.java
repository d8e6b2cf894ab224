package org.hotline115.callflow.call;

/** How a caller left the queue without a human. */
public enum QueueExit {
  ABANDONED,
  FULL,
  EMPTY,
  TIMED_OUT,
  FOR_CALLBACK
}
