package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.Instant;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** A message that this gateway alone works on until its lease ends. Prints no person's data. */
record HandedOut(
    MessageId id,
    PhoneNumber to,
    String body,
    Instant notAfter,
    int tries,
    boolean sentAgain,
    Instant firstTriedAt,
    @Nullable Instant unknownSince) {

  OutgoingText outgoing(Duration validFor) {
    return new OutgoingText(id, to, body, validFor, firstTriedAt);
  }

  @Override
  public String toString() {
    return "message " + id;
  }
}
