package org.hotline115.callflow.access;

/** What a token is worth now. Fails closed: what cannot be checked is nobody's session. */
public sealed interface SessionCheck {

  record Valid(Session session) implements SessionCheck {}

  record SignedOut() implements SessionCheck {}

  /** The records are away and this gateway has not seen the session before. */
  record RecordsDown() implements SessionCheck {}
}
