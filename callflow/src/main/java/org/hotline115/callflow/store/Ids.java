package org.hotline115.callflow.store;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** UUID version 7 (RFC 9562): sorts by time, so that indexes grow at one end. */
public final class Ids {

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  public UUID next() {
    long millis = clock.millis();
    long high = (millis << 16) | 0x7000L | (random.nextLong() & 0x0FFFL);
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
