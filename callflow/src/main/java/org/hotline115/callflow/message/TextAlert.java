package org.hotline115.callflow.message;

import java.time.Instant;
import java.util.UUID;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** A text that a person must read. Without its words: they are for who takes it. */
public record TextAlert(UUID alertId, Instant raisedAt, @Nullable PhoneNumber from) {

  /** What came of wanting to take one. */
  public sealed interface Taking {

    /** It is this agent's, now or since before. Prints no words. */
    record Taken(TextAlert alert, String body) implements Taking {

      @Override
      public String toString() {
        return "alert " + alert.alertId();
      }
    }

    /** Somebody else reads it already. */
    record Others(String takenBy) implements Taking {}

    record NoSuchAlert() implements Taking {}
  }
}
