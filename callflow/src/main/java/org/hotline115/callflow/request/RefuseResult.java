package org.hotline115.callflow.request;

/** What became of a refusal by the person. */
public sealed interface RefuseResult {

  /** The place is free again and the reason is on record. */
  record Refused() implements RefuseResult {}

  record NotYours() implements RefuseResult {}

  record NoSuchHold() implements RefuseResult {}

  /** It was promised before: a placement is cancelled, not refused. */
  record AlreadyConfirmed() implements RefuseResult {}

  /** The place was not given back; it is at its expiry. Say it again. */
  record BoardDown() implements RefuseResult {}

  /** The place is free again, the reason is not on record. Say it again. */
  record RecordsDown() implements RefuseResult {}
}
