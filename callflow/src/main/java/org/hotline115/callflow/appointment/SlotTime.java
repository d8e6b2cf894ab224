package org.hotline115.callflow.appointment;

import java.time.Instant;

/** From when to when somebody is received. */
public record SlotTime(Instant startsAt, Instant endsAt) {

  public SlotTime {
    if (!endsAt.isAfter(startsAt)) {
      throw new IllegalArgumentException("a slot ends after its beginning");
    }
  }
}
