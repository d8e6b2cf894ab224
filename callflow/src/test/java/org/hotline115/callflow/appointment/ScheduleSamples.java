package org.hotline115.callflow.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline115.callflow.line.Holidays;
import org.jspecify.annotations.Nullable;

/** Schedules that tests begin from. */
public record ScheduleSamples(
    UUID id,
    String site,
    String rule,
    String opens,
    String closes,
    int minutes,
    int capacity,
    ZoneId zone,
    @Nullable Holidays holidays,
    Set<LocalDate> closedOn) {

  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  public static ScheduleSamples open(String rule, String opens, String closes, int minutes) {
    return new ScheduleSamples(
        UUID.randomUUID(), "site-0", rule, opens, closes, minutes, 1, PARIS, null, Set.of());
  }

  public ScheduleSamples in(ZoneId other) {
    return new ScheduleSamples(
        id, site, rule, opens, closes, minutes, capacity, other, holidays, closedOn);
  }

  public ScheduleSamples seats(int more) {
    return new ScheduleSamples(
        id, site, rule, opens, closes, minutes, more, zone, holidays, closedOn);
  }

  public ScheduleSamples at(String otherSite) {
    return new ScheduleSamples(
        id, otherSite, rule, opens, closes, minutes, capacity, zone, holidays, closedOn);
  }

  public ScheduleSamples closed(Holidays territory, String... days) {
    Set<LocalDate> closed =
        List.of(days).stream().map(LocalDate::parse).collect(Collectors.toSet());
    return new ScheduleSamples(
        id, site, rule, opens, closes, minutes, capacity, zone, territory, closed);
  }

  public Schedule from(String day) {
    return of(ReceptionKind.APPOINTMENT, day);
  }

  public Schedule of(ReceptionKind kind, String day) {
    return new Schedule(
        new ScheduleId(id),
        site,
        "premier accueil",
        kind,
        new DateRule(rule),
        LocalDate.parse(day),
        null,
        closedOn,
        holidays,
        LocalTime.parse(opens),
        LocalTime.parse(closes),
        minutes,
        capacity,
        List.of("fr", "en"),
        zone);
  }
}
