package org.hotline115.callflow.truth;

import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * A coordinator decides about figures that are not true: put right from their sources, or seen and
 * left. Recorded with who and when; the board shows the repaired row within its next glance.
 */
public final class DecideAlarm {

  private final JdbcAlarms alarms;
  private final InstantSource clock;

  DecideAlarm(JdbcAlarms alarms, InstantSource clock) {
    this.alarms = alarms;
    this.clock = clock;
  }

  public DecideResult repair(long alarmId, AgentId by) {
    return decide(alarmId, BoardAlarm.Decision.REPAIRED, by);
  }

  public DecideResult acknowledge(long alarmId, AgentId by) {
    return decide(alarmId, BoardAlarm.Decision.ACKNOWLEDGED, by);
  }

  private DecideResult decide(long alarmId, BoardAlarm.Decision decision, AgentId by) {
    try {
      return alarms.decide(alarmId, decision, by, clock.instant());
    } catch (RecordsAway away) {
      return new DecideResult.RecordsDown();
    }
  }
}
