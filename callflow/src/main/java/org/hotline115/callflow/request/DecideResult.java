package org.hotline115.callflow.request;

/** What became of a decision about tonight's request. */
public sealed interface DecideResult {

  /** The house has no such finer reason below this one, or offers it no more. */
  record NoSuchReason() implements DecideResult {}

  record Decided(ShelterRequest request) implements DecideResult {}

  /** A place was promised, or the request was cancelled: there is nothing to decide. */
  record Over(ShelterRequest request) implements DecideResult {}

  record NoSuchContact() implements DecideResult {}
}
