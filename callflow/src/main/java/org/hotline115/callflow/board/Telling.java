package org.hotline115.callflow.board;

import java.util.UUID;
import org.hotline115.callflow.place.PlaceGroupId;

/**
 * What a shelter says. The id is whose it is who says it: the same id again is the same telling,
 * and an older figure never overwrites a newer one because its answer was lost.
 *
 * @param by the account or the team as screens show it, at most 60 characters
 */
public record Telling(UUID id, PlaceGroupId group, int free, String by, UpdateSource source) {

  private static final int WORDS_MAX = 60;

  public Telling {
    if (free < 0 || by.isBlank() || by.length() > WORDS_MAX) {
      throw new IllegalArgumentException("free is 0 or more, by is 1 to 60 characters");
    }
  }
}
