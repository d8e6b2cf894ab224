package org.hotline115.callflow.place;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A night, named by the date of its evening: it runs from 06:00 to 06:00 in the zone of the
 * service, so a call at 03:00 still asks for last evening's night.
 */
public record NightOf(LocalDate date) {

  /** The hour that divides two nights. */
  public static final LocalTime BEGINS = LocalTime.of(6, 0);

  public static NightOf at(Instant instant, ZoneId zone) {
    var there = instant.atZone(zone);
    LocalDate day = there.toLocalDate();
    return new NightOf(there.toLocalTime().isBefore(BEGINS) ? day.minusDays(1) : day);
  }

  public Instant beginsAt(ZoneId zone) {
    return date.atTime(BEGINS).atZone(zone).toInstant();
  }

  public Instant endsAt(ZoneId zone) {
    return date.plusDays(1).atTime(BEGINS).atZone(zone).toInstant();
  }

  /** The instant of a clock time within this night: 20:30 is this evening, 01:00 is tomorrow. */
  public Instant at(LocalTime time, ZoneId zone) {
    LocalDate day = time.isBefore(BEGINS) ? date.plusDays(1) : date;
    return day.atTime(time).atZone(zone).toInstant();
  }

  @Override
  public String toString() {
    return date.toString();
  }
}
