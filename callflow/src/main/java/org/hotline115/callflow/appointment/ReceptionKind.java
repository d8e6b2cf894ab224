package org.hotline115.callflow.appointment;

/** Whether one is expected at an hour or comes as one can. */
public enum ReceptionKind {
  APPOINTMENT,
  WALK_IN
}
