package org.hotline115.callflow.queue;

import java.util.Optional;
import java.util.stream.Stream;

/** Why an agent takes no calls for a while. {@code DEBRIEF}: after a hard call. */
public enum PauseReason {
  BREAK,
  MEAL,
  DEBRIEF,
  MEETING,
  TRAINING,
  ADMIN,
  PLACE_SEARCH,
  TECH,
  OTHER;

  public static Optional<PauseReason> of(String word) {
    return Stream.of(values()).filter(reason -> reason.name().equals(word)).findFirst();
  }
}
