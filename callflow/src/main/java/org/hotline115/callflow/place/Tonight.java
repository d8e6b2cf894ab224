package org.hotline115.callflow.place;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** A moment of a night, to compare the hours of a group with. */
public record Tonight(NightOf night, Instant now, ZoneId zone) {

  public static Tonight at(Instant now, ZoneId zone) {
    return new Tonight(NightOf.at(now, zone), now, zone);
  }

  /** Minutes until that hour of this night; negative when it has passed. */
  public long minutesUntil(LocalTime time) {
    return Duration.between(now, night.at(time, zone)).toMinutes();
  }

  boolean isPast(LocalTime time) {
    return night.at(time, zone).isBefore(now);
  }
}
