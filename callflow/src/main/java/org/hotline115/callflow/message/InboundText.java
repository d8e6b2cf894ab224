package org.hotline115.callflow.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text that somebody sent us. Prints none of it.
 *
 * @param providerId the provider's own id: the same again is the same text
 * @param sender null when it comes from no telephone number (a name, a short code)
 */
public record InboundText(
    String providerId, @Nullable Recipient sender, String body, Instant receivedAt) {

  @Override
  public String toString() {
    return "inbound text";
  }
}
