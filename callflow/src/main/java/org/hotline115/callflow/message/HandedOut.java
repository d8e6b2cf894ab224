package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
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
    @Nullable Instant unknownSince,
    @Nullable ZoneId quietZone,
    boolean optedOut) {

  OutgoingText outgoing(Duration validFor) {
    return new OutgoingText(id, to, body, validFor, firstTriedAt);
  }

  boolean mayLeave(AllowedHours hours, Instant now) {
    return quietZone == null || hours.include(now, quietZone);
  }

  /** When the person's day begins. */
  Instant nextAllowed(AllowedHours hours, Instant now) {
    return quietZone == null ? now : hours.atOrAfter(now, quietZone);
  }

  @Override
  public String toString() {
    return "message " + id;
  }
}
