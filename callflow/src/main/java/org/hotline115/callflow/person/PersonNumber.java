package org.hotline115.callflow.person;

import java.time.Instant;
import org.hotline115.callflow.caller.CallerKey;
import org.jspecify.annotations.Nullable;

/**
 * A telephone that a person can be reached at.
 *
 * @param masked its last figures, empty when the number was erased
 * @param safeToText null when nobody has asked: then the agent asks before each text
 * @param persons how many persons use it
 */
public record PersonNumber(
    NumberId numberId,
    CallerKey key,
    String masked,
    @Nullable Boolean safeToText,
    @Nullable Boolean safeToCall,
    int persons,
    Instant addedAt) {

  public boolean isShared() {
    return persons > 1;
  }
}
