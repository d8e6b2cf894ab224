package org.hotline115.callflow.truth;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether every invariant holds tonight. One is broken when two looks in a row find the very
 * same: what is on its way from one store to the other is no alarm. It is over when one look does
 * not find it. Several gateways may look at once; an alarm is raised once.
 */
public final class CheckInvariants {

  private static final Logger log = LoggerFactory.getLogger(CheckInvariants.class);

  /** A look may take one twentieth of the time, so a large board rests longer. */
  private static final int REST = 20;

  private final JdbcInvariants invariants;
  private final JdbcAlarms alarms;
  private final TruthMetrics metrics;
  private final InstantSource clock;
  private final ZoneId zone;
  private Set<Breach> lastLook = Set.of();
  private long nextLook = System.nanoTime();

  CheckInvariants(
      JdbcInvariants invariants,
      JdbcAlarms alarms,
      TruthMetrics metrics,
      InstantSource clock,
      ZoneId zone) {
    this.invariants = invariants;
    this.alarms = alarms;
    this.metrics = metrics;
    this.clock = clock;
    this.zone = zone;
  }

  /** A look, unless the last one was so long that the records deserve a rest. */
  public synchronized void runWhenRested() {
    long started = System.nanoTime();
    if (started - nextLook < 0) {
      return;
    }
    run();
    long ended = System.nanoTime();
    nextLook = ended + REST * (ended - started);
  }

  /** One look; answers what was found twice in a row. */
  public synchronized List<Breach> run() {
    NightOf night = NightOf.at(clock.instant(), zone);
    try {
      List<Breach> seen = invariants.breaches(night);
      List<Breach> real = seen.stream().filter(lastLook::contains).toList();
      lastLook = Set.copyOf(seen);
      metrics.broken(real);
      real.forEach(this::raise);
      alarms.vanish(night, seen, clock.instant());
      return real;
    } catch (RecordsAway away) {
      lastLook = Set.of();
      return List.of();
    }
  }

  private void raise(Breach breach) {
    if (alarms.raise(breach, clock.instant())) {
      log.atError()
          .addKeyValue("placeGroup", breach.placeGroupId())
          .addKeyValue("what", breach.invariant())
          .addKeyValue("found", breach.found())
          .addKeyValue("expected", breach.expected())
          .log("The board's figures are not true: a coordinator must decide");
    }
  }
}
