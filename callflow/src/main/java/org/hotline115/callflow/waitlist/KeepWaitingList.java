package org.hotline115.callflow.waitlist;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * Puts people on the waiting list of a service and takes them off. Nobody is put before others: who
 * joined first is asked first.
 */
public final class KeepWaitingList {

  private final JdbcWaitingList list;
  private final WaitlistMetrics metrics;
  private final InstantSource clock;

  KeepWaitingList(JdbcWaitingList list, WaitlistMetrics metrics, InstantSource clock) {
    this.list = list;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Who wants to wait, for what.
   *
   * @param waitId the client's: it asks again with the same one
   * @param lastDay after which an hour is of no use; null: any
   */
  public record Wish(
      WaitId waitId,
      String siteId,
      String service,
      String name,
      Reach reach,
      @Nullable LocalDate lastDay) {

    public Wish {
      if (name.length() > Appointment.NAME_MAX) {
        throw new IllegalArgumentException("a name has at most " + Appointment.NAME_MAX);
      }
    }

    @Override
    public String toString() {
      return "wish " + waitId;
    }
  }

  /** Somebody who has no appointment yet. */
  public WaitResult join(Wish wish, AgentId by) {
    return counted("join", at -> list.join(wish, by, at));
  }

  /** Somebody who has one and would come earlier. */
  public WaitResult joinForEarlier(WaitId waitId, AppointmentId appointmentId, AgentId by) {
    return counted("joinForEarlier", at -> list.joinForEarlier(waitId, appointmentId, by, at));
  }

  /** The person waits no more. Leaving twice leaves once. */
  public WaitResult leave(WaitId waitId, AgentId by) {
    return counted("leave", at -> list.leave(waitId, by, at));
  }

  private interface Doing {
    WaitResult at(Instant moment);
  }

  private WaitResult counted(String wish, Doing doing) {
    WaitResult result;
    try {
      result = doing.at(clock.instant());
    } catch (RecordsAway away) {
      result = new WaitResult.RecordsDown();
    }
    metrics.counted(wish, result);
    return result;
  }
}
