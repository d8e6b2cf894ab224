package org.hotline115.callflow.appointment;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where an appointment stands, and where it may go.
 *
 * <p>BOOKED → CONFIRMED by the person; → ARRIVED → SEEN on the day; → EXCUSED by the person or
 * REVOKED by the service, which give the seat back and are final; → NOSHOW once it has begun. SEEN
 * and NOSHOW may be exchanged: a tick can be wrong.
 */
public enum AppointmentStatus {
  BOOKED,
  CONFIRMED,
  ARRIVED,
  SEEN,
  EXCUSED,
  REVOKED,
  NOSHOW;

  public boolean mayBecome(AppointmentStatus next) {
    return next().contains(next);
  }

  private Set<AppointmentStatus> next() {
    return switch (this) {
      case BOOKED -> EnumSet.of(CONFIRMED, ARRIVED, SEEN, EXCUSED, REVOKED, NOSHOW);
      case CONFIRMED -> EnumSet.of(ARRIVED, SEEN, EXCUSED, REVOKED, NOSHOW);
      case ARRIVED -> EnumSet.of(SEEN, REVOKED, NOSHOW);
      case SEEN -> EnumSet.of(NOSHOW);
      case NOSHOW -> EnumSet.of(ARRIVED, SEEN);
      case EXCUSED, REVOKED -> EnumSet.noneOf(AppointmentStatus.class);
    };
  }

  /** Still to come: it may be moved. */
  public boolean isExpected() {
    return this == BOOKED || this == CONFIRMED;
  }
}
