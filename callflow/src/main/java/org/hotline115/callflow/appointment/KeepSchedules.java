package org.hotline115.callflow.appointment;

import java.time.InstantSource;
import java.time.LocalDate;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Begins and ends schedules, and shuts single days of one. A schedule's rule is never rewritten:
 * what people were promised by it stands, so a change is an end and a new beginning.
 */
public final class KeepSchedules {

  private final JdbcSchedules schedules;
  private final InstantSource clock;

  KeepSchedules(JdbcSchedules schedules, InstantSource clock) {
    this.schedules = schedules;
    this.clock = clock;
  }

  public ScheduleResult begin(Schedule schedule, AgentId by) {
    try {
      return schedules.begin(schedule, by, clock.instant());
    } catch (RecordsAway away) {
      return new ScheduleResult.RecordsDown();
    }
  }

  /** Nobody is received on this day. Refused while somebody is expected on it. */
  public ScheduleResult closeOn(ScheduleId scheduleId, LocalDate day, AgentId by) {
    try {
      return schedules.closeOn(scheduleId, day, by, clock.instant());
    } catch (RecordsAway away) {
      return new ScheduleResult.RecordsDown();
    }
  }

  /** This day is like its neighbours again. */
  public ScheduleResult openOn(ScheduleId scheduleId, LocalDate day, AgentId by) {
    try {
      return schedules.openOn(scheduleId, day, by, clock.instant());
    } catch (RecordsAway away) {
      return new ScheduleResult.RecordsDown();
    }
  }

  /** {@code lastDay} is the last on which somebody is received by it. */
  public ScheduleResult end(ScheduleId scheduleId, LocalDate lastDay, AgentId by) {
    try {
      return schedules.end(scheduleId, lastDay, by, clock.instant());
    } catch (RecordsAway away) {
      return new ScheduleResult.RecordsDown();
    }
  }
}
