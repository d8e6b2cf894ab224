package org.hotline115.callflow.message;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Between which hours of a person's day a text that nobody waits for may leave. A moment outside is
 * brought to the nearest one inside, by the clock of the wall, whatever it does that night.
 */
public record AllowedHours(LocalTime from, LocalTime until) {

  public static final AllowedHours DEFAULT =
      new AllowedHours(LocalTime.of(8, 0), LocalTime.of(20, 30));

  public AllowedHours {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("the allowed hours end after their beginning");
    }
  }

  public boolean include(Instant moment, ZoneId zone) {
    LocalTime hour = moment.atZone(zone).toLocalTime();
    return !hour.isBefore(from) && hour.isBefore(until);
  }

  /** This moment, or when the hours begin next. */
  public Instant atOrAfter(Instant moment, ZoneId zone) {
    if (include(moment, zone)) {
      return moment;
    }
    ZonedDateTime local = moment.atZone(zone);
    boolean isTooLate = !local.toLocalTime().isBefore(until);
    return local.toLocalDate().plusDays(isTooLate ? 1 : 0).atTime(from).atZone(zone).toInstant();
  }
}
