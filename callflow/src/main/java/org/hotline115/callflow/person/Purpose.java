package org.hotline115.callflow.person;

/** What a person's file may be opened for. There is no other way to it. */
public enum Purpose {
  /** A contact that is open now, on the telephone or at the counter. */
  CALL,
  /** A placement of this person that is not over. */
  PLACEMENT,
  /** An appointment of this person that was not cancelled. */
  APPOINTMENT
}
