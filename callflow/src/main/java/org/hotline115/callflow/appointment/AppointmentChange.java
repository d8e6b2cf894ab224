package org.hotline115.callflow.appointment;

/** What happened to an appointment, as far as its texts need to know. */
enum AppointmentChange {
  BOOKED,
  MOVED,
  /** Another number, another yes or no. */
  REACHED_OTHERWISE,
  CONFIRMED,
  /** The service cancelled. */
  REVOKED,
  /** The person cancelled, came, or did not. */
  OVER;

  static AppointmentChange to(AppointmentStatus status) {
    return switch (status) {
      case BOOKED -> BOOKED;
      case CONFIRMED -> CONFIRMED;
      case REVOKED -> REVOKED;
      case EXCUSED, ARRIVED, SEEN, NOSHOW -> OVER;
    };
  }
}
