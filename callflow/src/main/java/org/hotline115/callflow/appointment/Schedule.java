package org.hotline115.callflow.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.line.Holidays;
import org.jspecify.annotations.Nullable;

/**
 * When one service of a site receives: on the days of a rule, but neither on the days it is closed
 * on nor on public holidays, from one hour to another by the clock of its zone, cut into slots.
 *
 * @param service what is received for, in neutral words
 * @param validUntil null: until somebody ends it
 * @param holidays whose public holidays it is closed on; null: open on all
 * @param capacity how many people one slot takes
 * @param languages spoken there, as codes; empty: nobody said
 */
public record Schedule(
    ScheduleId scheduleId,
    String siteId,
    String service,
    ReceptionKind kind,
    DateRule rule,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    Set<LocalDate> closedOn,
    @Nullable Holidays holidays,
    LocalTime opensAt,
    LocalTime closesAt,
    int slotMinutes,
    int capacity,
    List<String> languages,
    ZoneId zone) {

  public static final int SERVICE_MAX = 80;
  public static final int SLOT_MINUTES_MIN = 5;
  public static final int SLOT_MINUTES_MAX = 720;
  public static final int CAPACITY_MAX = 200;

  /** Of single days that it is closed on: more is another rule. */
  public static final int CLOSED_DAYS_MAX = 400;

  public Schedule {
    closedOn = Set.copyOf(closedOn);
    languages = List.copyOf(languages);
    if (service.isBlank() || service.length() > SERVICE_MAX) {
      throw new IllegalArgumentException("a service has a name");
    }
    if (slotMinutes < SLOT_MINUTES_MIN || slotMinutes > SLOT_MINUTES_MAX) {
      throw new IllegalArgumentException("a slot lasts from 5 minutes to 12 hours");
    }
    if (capacity < 1 || capacity > CAPACITY_MAX) {
      throw new IllegalArgumentException("a slot takes from 1 to " + CAPACITY_MAX + " people");
    }
    if (closesAt.toSecondOfDay() - opensAt.toSecondOfDay() < slotMinutes * 60) {
      throw new IllegalArgumentException("not one slot lies between the hours");
    }
    if (validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException("a schedule ends after its beginning");
    }
  }

  /** The slots that begin in this span, {@code until} excluded, in their order. */
  public List<SlotTime> slotsBetween(Instant from, Instant until) {
    LocalDate first = later(validFrom, LocalDate.ofInstant(from, zone));
    LocalDate last = LocalDate.ofInstant(until, zone);
    if (validUntil != null && validUntil.isBefore(last)) {
      last = validUntil;
    }
    if (last.isBefore(first)) {
      return List.of();
    }
    return rule.between(validFrom, first, last).stream()
        .filter(this::isOpenOn)
        .flatMap(day -> slotsOf(day).stream())
        .filter(slot -> !slot.startsAt().isBefore(from) && slot.startsAt().isBefore(until))
        .toList();
  }

  /** The slot that begins at this very moment. */
  public Optional<SlotTime> slotAt(Instant startsAt) {
    return slotsBetween(startsAt, startsAt.plusNanos(1)).stream().findFirst();
  }

  private boolean isOpenOn(LocalDate day) {
    return !closedOn.contains(day) && (holidays == null || !holidays.includes(day));
  }

  private List<SlotTime> slotsOf(LocalDate day) {
    List<SlotTime> slots = new ArrayList<>();
    LocalDateTime starts = day.atTime(opensAt);
    LocalDateTime closes = day.atTime(closesAt);
    while (!starts.plusMinutes(slotMinutes).isAfter(closes)) {
      timeOf(starts).ifPresent(slots::add);
      starts = starts.plusMinutes(slotMinutes);
    }
    return slots;
  }

  /**
   * A slot is where the clock of the wall reads its beginning and, its minutes later, its end. So
   * none begins in the hour that the night of March does not have, none is twice in the night of
   * October, and no two ever overlap.
   */
  private Optional<SlotTime> timeOf(LocalDateTime starts) {
    LocalDateTime ends = starts.plusMinutes(slotMinutes);
    for (ZoneOffset offset : zone.getRules().getValidOffsets(starts)) {
      Instant from = starts.toInstant(offset);
      Instant to = from.plus(Duration.ofMinutes(slotMinutes));
      if (LocalDateTime.ofInstant(to, zone).equals(ends)) {
        return Optional.of(new SlotTime(from, to));
      }
    }
    return Optional.empty();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
