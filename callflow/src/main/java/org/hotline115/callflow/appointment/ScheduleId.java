package org.hotline115.callflow.appointment;

import java.util.UUID;

/** One schedule, named by the client: keeping it twice keeps one. */
public record ScheduleId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
