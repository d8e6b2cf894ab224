package org.hotline115.callflow.directory;

import java.time.InstantSource;

/**
 * Ends what was brought once its days are over, one file a transaction, each on the trail. Runs in
 * every gateway; each file is taken by one of them.
 */
public final class PurgeImports {

  private static final int AT_ONCE_MAX = 1_000;

  private final JdbcImports imports;
  private final InstantSource clock;

  PurgeImports(JdbcImports imports, InstantSource clock) {
    this.imports = imports;
    this.clock = clock;
  }

  /** How many ended. */
  public int run() {
    int ended = 0;
    while (ended < AT_ONCE_MAX && imports.purgeOne(ImportPlaces.KEPT, clock.instant())) {
      ended++;
    }
    return ended;
  }
}
