package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.Instant;
import org.hotline115.callflow.caller.PhoneNumber;

/**
 * A text on its way out. {@code validFor} is how long it still makes sense; {@code firstTriedAt}
 * bounds the search for it at the provider. Prints neither number nor words.
 */
public record OutgoingText(
    MessageId id, PhoneNumber to, String body, Duration validFor, Instant firstTriedAt) {

  @Override
  public String toString() {
    return "text " + id;
  }
}
