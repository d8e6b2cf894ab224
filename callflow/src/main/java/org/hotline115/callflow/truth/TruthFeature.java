package org.hotline115.callflow.truth;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Database;

/** The watch over the board's figures, put together. */
public final class TruthFeature {

  /** What it stands on. */
  public record Ground(
      Database database,
      JdbcAuditTrail audit,
      Departement departement,
      ZoneId zone,
      InstantSource clock,
      MeterRegistry meters) {}

  private final JdbcAlarms alarms;
  private final CheckInvariants check;
  private final InstantSource clock;

  public TruthFeature(Ground ground) {
    this.clock = ground.clock();
    JdbcInvariants invariants = new JdbcInvariants(ground.database(), ground.departement());
    this.alarms =
        new JdbcAlarms(ground.database(), invariants, ground.audit(), ground.departement());
    this.check =
        new CheckInvariants(
            invariants, alarms, new TruthMetrics(ground.meters()), ground.clock(), ground.zone());
  }

  public CheckInvariants checkInvariants() {
    return check;
  }

  public ReadAlarms readAlarms() {
    return new ReadAlarms(alarms, clock);
  }

  public DecideAlarm decideAlarm() {
    return new DecideAlarm(alarms, clock);
  }
}
