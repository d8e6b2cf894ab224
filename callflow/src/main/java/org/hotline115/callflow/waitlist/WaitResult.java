package org.hotline115.callflow.waitlist;

/** What became of a wish to wait, or to wait no more. */
public sealed interface WaitResult {

  /** On record, as it stands now. */
  record Waits(Waiting waiting) implements WaitResult {}

  record WaitsNoMore() implements WaitResult {}

  /** The site receives nobody by appointment for this. */
  record NoSuchService() implements WaitResult {}

  /** There is none, or it is over: nothing could be earlier than it. */
  record NoSuchAppointment() implements WaitResult {}

  /** The appointment stands in the list by another id. */
  record WaitsAlready() implements WaitResult {}

  record ListFull() implements WaitResult {}

  /** The id is another person's. */
  record OtherWait() implements WaitResult {}

  record NoSuchWait() implements WaitResult {}

  /** An offer is open: what the person says to it comes first. */
  record IsAsked() implements WaitResult {}

  /** PostgreSQL did not answer: unknown, ask again with the same id. */
  record RecordsDown() implements WaitResult {}
}
