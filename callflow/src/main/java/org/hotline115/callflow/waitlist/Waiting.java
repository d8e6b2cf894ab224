package org.hotline115.callflow.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits until an hour of this service is given up: the first who joined is asked
 * first. Prints no name.
 *
 * @param appointment the one that the person has and wants earlier; null: has none yet
 * @param lastDay after which an hour is of no use; null: any
 * @param unanswered how many offers in a row reached the person and stayed without an answer
 * @param isAsked an offer is open: no second one is made meanwhile
 */
public record Waiting(
    WaitId waitId,
    String siteId,
    String service,
    @Nullable Appointment appointment,
    String name,
    Reach reach,
    @Nullable LocalDate lastDay,
    AgentId joinedBy,
    Instant joinedAt,
    int unanswered,
    boolean isAsked) {

  @Override
  public String toString() {
    return "waiting " + waitId;
  }
}
