package org.hotline115.callflow.intake;

import java.util.OptionalInt;

/** What can honestly be said about the wait of a caller who enters the queue now. */
@FunctionalInterface
public interface WaitOutlook {

  /** Nothing when an agent is free, or when too few calls were answered lately to tell. */
  OptionalInt minutes(String queue);

  /** False when an agent is free for him: then nothing is said that would keep the two apart. */
  default boolean mustWait(String queue) {
    return true;
  }
}
