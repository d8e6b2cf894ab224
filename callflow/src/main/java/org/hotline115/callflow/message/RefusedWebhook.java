package org.hotline115.callflow.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A webhook that names our account and is not signed as it ought to be. Prints none of it.
 *
 * @param body as it came
 */
public record RefusedWebhook(String uri, String signature, String body, Instant refusedAt) {

  /** The same again is the same. */
  UUID id() {
    return UUID.nameUUIDFromBytes(
        String.join("\n", uri, signature, body).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "refused webhook";
  }
}
