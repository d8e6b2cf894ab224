package org.hotline115.callflow.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is, was or will be received. Prints no name.
 *
 * @param scheduleId null when the person walked in
 * @param name how the person wishes to be called; may be empty
 * @param moves how often it was given another hour
 */
public record Appointment(
    AppointmentId appointmentId,
    ReceptionKind kind,
    String siteId,
    @Nullable ScheduleId scheduleId,
    SlotTime time,
    ZoneId zone,
    @Nullable UUID contactId,
    String name,
    Reach reach,
    AppointmentStatus status,
    int moves,
    AgentId bookedBy,
    Instant bookedAt,
    AgentId changedBy,
    Instant changedAt) {

  public static final int NAME_MAX = 60;

  /** Its hour has passed and nobody said what became of it. */
  public boolean isUnknownPast(Instant now) {
    return !now.isBefore(time.endsAt())
        && (status.isExpected() || status == AppointmentStatus.ARRIVED);
  }

  /**
   * Whether a person may say this of it now: nobody comes before the day, or misses what is not
   * yet. Who walked in was seen; a wrong tick is taken back on the same day.
   */
  public boolean mayBe(AppointmentStatus wanted, Instant now) {
    if (kind == ReceptionKind.WALK_IN) {
      return wanted == AppointmentStatus.REVOKED
          && today(now).equals(LocalDate.ofInstant(time.startsAt(), zone));
    }
    boolean hasItsTimeCome =
        switch (wanted) {
          case ARRIVED, SEEN -> !today(now).isBefore(LocalDate.ofInstant(time.startsAt(), zone));
          case NOSHOW -> !now.isBefore(time.startsAt());
          case BOOKED, CONFIRMED, EXCUSED, REVOKED -> now.isBefore(time.endsAt());
        };
    return hasItsTimeCome && status.mayBecome(wanted);
  }

  /** Whether it may be given another hour now. */
  public boolean mayMove(Instant now) {
    return status.isExpected() && now.isBefore(time.endsAt());
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, zone);
  }

  /** True when {@code wish} asks for this very appointment once more. */
  boolean isWhat(BookAppointment.Wish wish, AgentId by) {
    return bookedBy.equals(by)
        && name.equals(wish.name())
        && reach.equals(wish.reach())
        && (moves > 0
            || (wish.scheduleId().equals(scheduleId) && wish.startsAt().equals(time.startsAt())));
  }

  @Override
  public String toString() {
    return "appointment " + appointmentId;
  }
}
