package org.hotline115.callflow.shelter;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.place.NightOf;

/** The coordinators' list of who has not answered. Throws when the records are away. */
public final class ReadFreshness {

  private final JdbcFreshness store;
  private final InstantSource clock;
  private final ZoneId zone;

  ReadFreshness(JdbcFreshness store, InstantSource clock, ZoneId zone) {
    this.store = store;
    this.clock = clock;
    this.zone = zone;
  }

  public Freshness run() {
    Instant now = clock.instant();
    return store.read(NightOf.at(now, zone), now);
  }
}
