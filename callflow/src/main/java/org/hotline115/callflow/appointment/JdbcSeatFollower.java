package org.hotline115.callflow.appointment;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Somebody who wants to know of every seat that a person gave up, in that very transaction. */
public interface JdbcSeatFollower {

  /** Where nobody waits for seats. */
  JdbcSeatFollower NOBODY = (_, _, _, _) -> {};

  /**
   * Last in a transaction that holds the schedule; the audit trail is locked, so no lock may be
   * waited for.
   */
  void givenUp(Handle handle, ScheduleId scheduleId, Instant startsAt, Instant at);
}
