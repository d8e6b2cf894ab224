package org.hotline115.callflow.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.JdbcOfferedSeats;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.waitlist.JdbcWaiting.Ending;
import org.jdbi.v3.core.Handle;

/** Joining and leaving, each in one transaction with its audit row. */
final class JdbcWaitingList {

  private final Database database;
  private final JdbcAuditTrail audit;
  private final JdbcWaiting waiting;
  private final JdbcOfferedSeats seats;
  private final ZoneId zone;

  JdbcWaitingList(
      Database database,
      JdbcAuditTrail audit,
      JdbcWaiting waiting,
      JdbcOfferedSeats seats,
      ZoneId zone) {
    this.database = database;
    this.audit = audit;
    this.waiting = waiting;
    this.seats = seats;
    this.zone = zone;
  }

  WaitResult join(KeepWaitingList.Wish wish, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      LocalDate today = LocalDate.ofInstant(at, zone);
      if (!waiting.receivesFor(handle, wish.siteId(), wish.service(), today)) {
        return new WaitResult.NoSuchService();
      }
      return inserted(
          handle,
          new Waiting(
              wish.waitId(),
              wish.siteId(),
              wish.service(),
              null,
              wish.name(),
              wish.reach(),
              wish.lastDay(),
              by,
              at,
              0,
              false));
    });
  }

  WaitResult joinForEarlier(WaitId waitId, AppointmentId appointmentId, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<Appointment> had =
          Optional.ofNullable(seats.find(handle, List.of(appointmentId)).get(appointmentId))
              .filter(known -> known.mayMove(at) && at.isBefore(known.time().startsAt()));
      ScheduleId scheduleId = had.map(Appointment::scheduleId).orElse(null);
      if (had.isEmpty() || scheduleId == null) {
        return new WaitResult.NoSuchAppointment();
      }
      Schedule schedule = seats.schedule(handle, scheduleId).orElseThrow();
      return inserted(
          handle,
          new Waiting(
              waitId,
              schedule.siteId(),
              schedule.service(),
              had.get(),
              "",
              had.get().reach(),
              null,
              by,
              at,
              0,
              false));
    });
  }

  private WaitResult inserted(Handle handle, Waiting wanted) {
    boolean isNew = waiting.insert(handle, wanted);
    Optional<Waiting> kept = waiting.find(handle, wanted.waitId());
    if (isNew) {
      audited(handle, wanted.waitId(), "WAIT_BEGUN", wanted.joinedBy(), wanted.joinedAt());
      return new WaitResult.Waits(kept.orElseThrow());
    }
    if (kept.isPresent()) {
      return isTheSame(kept.get(), wanted)
          ? new WaitResult.Waits(kept.get())
          : new WaitResult.OtherWait();
    }
    Appointment appointment = wanted.appointment();
    return appointment != null && waiting.waitsAlready(handle, appointment.appointmentId())
        ? new WaitResult.WaitsAlready()
        : new WaitResult.ListFull();
  }

  private static boolean isTheSame(Waiting kept, Waiting wanted) {
    return kept.joinedBy().equals(wanted.joinedBy())
        && kept.siteId().equals(wanted.siteId())
        && kept.service().equals(wanted.service())
        && kept.name().equals(wanted.name().isEmpty() ? kept.name() : wanted.name());
  }

  WaitResult leave(WaitId id, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<Waiting> known = waiting.lock(handle, id);
      if (known.isEmpty()) {
        return new WaitResult.NoSuchWait();
      }
      if (known.get().isAsked()) {
        return new WaitResult.IsAsked();
      }
      if (waiting.end(handle, id, Ending.LEFT, by, at)) {
        audited(handle, id, "WAIT_LEFT", by, at);
      }
      return new WaitResult.WaitsNoMore();
    });
  }

  /** Nothing can be given any more to who is taken off here. */
  void endPast(Instant at) {
    database.inTransaction(handle -> {
      List<WaitId> ended = waiting.endPast(handle, LocalDate.ofInstant(at, zone), at);
      ended.forEach(id -> audited(handle, id, "WAIT_PAST", AgentId.HOUSE, at));
      return ended.size();
    });
  }

  private void audited(Handle handle, WaitId id, String action, AgentId by, Instant at) {
    audit.append(handle, AuditEvent.of(at, by, action, "WAITING", id));
  }
}
