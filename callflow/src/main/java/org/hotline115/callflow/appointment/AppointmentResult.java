package org.hotline115.callflow.appointment;

/** What became of a wish about an appointment. */
public sealed interface AppointmentResult {

  /** On record, as it stands now. */
  record Noted(Appointment appointment) implements AppointmentResult {}

  /** Every seat of the slot is somebody's. */
  record Full() implements AppointmentResult {}

  /** Nobody is received by appointment then, or the moment has passed. */
  record NoSuchSlot() implements AppointmentResult {}

  record NoSuchSite() implements AppointmentResult {}

  record NoSuchAppointment() implements AppointmentResult {}

  /** The id is another appointment's. */
  record OtherAppointment() implements AppointmentResult {}

  /** What is wished cannot follow on how it stands. */
  record NotNow(Appointment appointment) implements AppointmentResult {}

  /** PostgreSQL did not answer: unknown, ask again with the same id. */
  record RecordsDown() implements AppointmentResult {}
}
