package org.hotline115.callflow.appointment;

import java.util.UUID;

/** One appointment, named by the client: booking twice books once. */
public record AppointmentId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
