package org.hotline115.callflow.appointment;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The seats of slots, each somebody's, held for somebody's answer, or free. */
final class JdbcSeats {

  private static final SqlFile SQL = SqlFile.beside(JdbcSeats.class, "jdbc_seats.sql");

  /** A seat that nobody has, in a schedule that is ours until the transaction ends. */
  record Seat(Schedule schedule, SlotTime time, int number) {}

  /** A seat, or why there is none. */
  record Seeking(@Nullable Seat seat, AppointmentResult otherwise) {}

  private final JdbcSchedules schedules;

  JdbcSeats(JdbcSchedules schedules) {
    this.schedules = schedules;
  }

  /** Of several schedules always in the same order, so that no two wait for each other. */
  void lock(Handle handle, @Nullable ScheduleId... ids) {
    Arrays.stream(ids)
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(ScheduleId::value))
        .forEach(id -> schedules.lock(handle, id));
  }

  /** Its schedule is ours from here on. */
  Seeking free(Handle handle, ScheduleId scheduleId, Instant startsAt, Instant now) {
    Optional<Schedule> schedule =
        schedules
            .lock(handle, scheduleId)
            .filter(known -> known.kind() == ReceptionKind.APPOINTMENT);
    Optional<SlotTime> time =
        schedule.filter(_ -> startsAt.isAfter(now)).flatMap(known -> known.slotAt(startsAt));
    if (time.isEmpty()) {
      return new Seeking(null, new AppointmentResult.NoSuchSlot());
    }
    Schedule found = schedule.orElseThrow();
    return handle
        .createQuery(SQL.statement("free_seat"))
        .bind("scheduleId", scheduleId.value())
        .bind("startsAt", startsAt)
        .bind("capacity", found.capacity())
        .mapTo(Integer.class)
        .findOne()
        .map(number ->
            new Seeking(new Seat(found, time.get(), number), new AppointmentResult.Full()))
        .orElseGet(() -> new Seeking(null, new AppointmentResult.Full()));
  }

  void hold(Handle handle, Seat seat, UUID heldFor) {
    handle
        .createUpdate(SQL.statement("hold_seat"))
        .bind("heldFor", heldFor)
        .bind("scheduleId", seat.schedule().scheduleId().value())
        .bind("startsAt", seat.time().startsAt())
        .bind("seat", seat.number())
        .execute();
  }

  void release(Handle handle, UUID heldFor) {
    handle.createUpdate(SQL.statement("release_seat")).bind("heldFor", heldFor).execute();
  }
}
