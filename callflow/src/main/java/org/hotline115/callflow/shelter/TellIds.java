package org.hotline115.callflow.shelter;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids made from what caused a telling: the same cause again has the same id. */
final class TellIds {

  private TellIds() {}

  static UUID of(String... parts) {
    return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }
}
