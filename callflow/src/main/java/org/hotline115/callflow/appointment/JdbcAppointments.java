package org.hotline115.callflow.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.appointment.JdbcSeats.Seat;
import org.hotline115.callflow.appointment.JdbcSeats.Seeking;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Appointments in PostgreSQL. An appointment's row is locked before its new schedule's, always; the
 * schedule's lock puts those who book by it in a row, and the unique index of seats has the last
 * word. Every method throws {@link org.hotline115.callflow.store.RecordsAway} when PostgreSQL does
 * not answer: unknown, ask again.
 */
final class JdbcAppointments {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcAppointments.class, "jdbc_appointments.sql");

  private final Database database;
  private final JdbcAuditTrail audit;
  private final JdbcSchedules schedules;
  private final JdbcSeats seats;
  private final JdbcAppointmentRow rows;
  private final JdbcAppointmentTexts texts;
  private volatile JdbcSeatFollower follower = JdbcSeatFollower.NOBODY;

  JdbcAppointments(
      Database database,
      Cipher cipher,
      JdbcAuditTrail audit,
      JdbcSchedules schedules,
      JdbcAppointmentTexts texts) {
    this.database = database;
    this.rows = new JdbcAppointmentRow(cipher);
    this.audit = audit;
    this.schedules = schedules;
    this.seats = new JdbcSeats(schedules);
    this.texts = texts;
  }

  private record By(AgentId agent, Instant at) {}

  /** Who hears of every seat that is given up: before the first one is. */
  void follow(JdbcSeatFollower by) {
    follower = by;
  }

  AppointmentResult book(BookAppointment.Wish wish, AgentId agent, Instant at) {
    return database.inTransaction(handle -> book(handle, wish, agent, at));
  }

  AppointmentResult book(Handle handle, BookAppointment.Wish wish, AgentId agent, Instant at) {
    Seeking seeking = seats.free(handle, wish.scheduleId(), wish.startsAt(), at);
    Optional<Appointment> known = find(handle, "find_appointment", wish.appointmentId());
    if (known.isPresent()) {
      return again(known.get(), known.get().isWhat(wish, agent));
    }
    Seat seat = seeking.seat();
    if (seat == null) {
      return seeking.otherwise();
    }
    boolean isNew =
        insert(
            handle,
            new Appointment(
                wish.appointmentId(),
                ReceptionKind.APPOINTMENT,
                seat.schedule().siteId(),
                seat.schedule().scheduleId(),
                seat.time(),
                seat.schedule().zone(),
                wish.contactId(),
                wish.name(),
                wish.reach(),
                AppointmentStatus.BOOKED,
                0,
                agent,
                at,
                agent,
                at),
            seat.number());
    return isNew
        ? noted(handle, wish.appointmentId(), AppointmentChange.BOOKED, new By(agent, at))
        : new AppointmentResult.OtherAppointment();
  }

  AppointmentResult countWalkIn(
      AppointmentId id, String siteId, String name, ZoneId zone, AgentId agent, Instant at) {
    return database.inTransaction(handle -> {
      if (!schedules.siteExists(handle, siteId)) {
        return new AppointmentResult.NoSuchSite();
      }
      Appointment visit =
          new Appointment(
              id,
              ReceptionKind.WALK_IN,
              siteId,
              null,
              new SlotTime(at, at.plusSeconds(1)),
              zone,
              null,
              name,
              Reach.NONE,
              AppointmentStatus.SEEN,
              0,
              agent,
              at,
              agent,
              at);
      if (insert(handle, visit, null)) {
        audited(handle, id, "WALK_IN_COUNTED", new By(agent, at));
        return new AppointmentResult.Noted(find(handle, "find_appointment", id).orElseThrow());
      }
      Appointment known = find(handle, "find_appointment", id).orElseThrow();
      return again(known, known.kind() == ReceptionKind.WALK_IN && known.bookedBy().equals(agent));
    });
  }

  private static AppointmentResult again(Appointment known, boolean isTheSame) {
    return isTheSame
        ? new AppointmentResult.Noted(known)
        : new AppointmentResult.OtherAppointment();
  }

  AppointmentResult move(AppointmentId id, MoveAppointment.To to, AgentId agent, Instant at) {
    return database.inTransaction(handle -> move(handle, id, to, agent, at));
  }

  AppointmentResult move(
      Handle handle, AppointmentId id, MoveAppointment.To to, AgentId agent, Instant at) {
    Optional<Appointment> known = find(handle, "lock_appointment", id);
    if (known.isEmpty()) {
      return new AppointmentResult.NoSuchAppointment();
    }
    Appointment old = known.get();
    if (to.scheduleId().equals(old.scheduleId()) && to.startsAt().equals(old.time().startsAt())) {
      return new AppointmentResult.Noted(old);
    }
    if (!old.mayMove(at)) {
      return new AppointmentResult.NotNow(old);
    }
    seats.lock(handle, old.scheduleId(), to.scheduleId());
    Seeking seeking = seats.free(handle, to.scheduleId(), to.startsAt(), at);
    Seat seat = seeking.seat();
    if (seat == null) {
      return seeking.otherwise();
    }
    handle
        .createUpdate(SQL.statement("move_appointment"))
        .bind("appointmentId", id.value())
        .bind("scheduleId", seat.schedule().scheduleId().value())
        .bind("siteId", seat.schedule().siteId())
        .bind("seat", seat.number())
        .bind("startsAt", seat.time().startsAt())
        .bind("endsAt", seat.time().endsAt())
        .bind("zone", seat.schedule().zone().getId())
        .bind("by", agent.value())
        .bind("at", at)
        .execute();
    AppointmentResult moved = noted(handle, id, AppointmentChange.MOVED, new By(agent, at));
    givenUp(handle, old, new By(agent, at));
    return moved;
  }

  AppointmentResult mark(AppointmentId id, AppointmentStatus wanted, AgentId agent, Instant at) {
    return database.inTransaction(handle -> {
      Optional<Appointment> known = find(handle, "lock_appointment", id);
      if (known.isEmpty()) {
        return new AppointmentResult.NoSuchAppointment();
      }
      if (known.get().status() == wanted) {
        return new AppointmentResult.Noted(known.get());
      }
      if (!known.get().mayBe(wanted, at)) {
        return new AppointmentResult.NotNow(known.get());
      }
      if (wanted == AppointmentStatus.EXCUSED) {
        seats.lock(handle, known.get().scheduleId());
      }
      handle
          .createUpdate(SQL.statement("mark_appointment"))
          .bind("appointmentId", id.value())
          .bind("status", wanted.name())
          .bind("by", agent.value())
          .bind("at", at)
          .execute();
      By by = new By(agent, at);
      audited(handle, id, "APPOINTMENT_" + wanted, by);
      AppointmentResult marked = told(handle, id, AppointmentChange.to(wanted), by);
      if (wanted == AppointmentStatus.EXCUSED) {
        givenUp(handle, known.get(), by);
      }
      return marked;
    });
  }

  AppointmentResult reach(AppointmentId id, Reach reach, AgentId agent, Instant at) {
    return database.inTransaction(handle -> {
      Optional<Appointment> known = find(handle, "lock_appointment", id);
      if (known.isEmpty()) {
        return new AppointmentResult.NoSuchAppointment();
      }
      if (known.get().reach().equals(reach)) {
        return new AppointmentResult.Noted(known.get());
      }
      if (!known.get().mayMove(at)) {
        return new AppointmentResult.NotNow(known.get());
      }
      handle
          .createUpdate(SQL.statement("reach_otherwise"))
          .bind("appointmentId", id.value())
          .bindMap(rows.reached(id, reach))
          .bind("by", agent.value())
          .bind("at", at)
          .execute();
      return noted(handle, id, AppointmentChange.REACHED_OTHERWISE, new By(agent, at));
    });
  }

  /** Last in a transaction that holds the schedule of the seat. */
  private void givenUp(Handle handle, Appointment old, By by) {
    ScheduleId scheduleId = old.scheduleId();
    if (scheduleId != null && old.time().startsAt().isAfter(by.at())) {
      follower.givenUp(handle, scheduleId, old.time().startsAt(), by.at());
    }
  }

  private boolean insert(Handle handle, Appointment appointment, @Nullable Integer seat) {
    return rows.bind(handle.createUpdate(SQL.statement("book_appointment")), appointment)
            .bind("seat", seat)
            .execute()
        == 1;
  }

  private AppointmentResult noted(
      Handle handle, AppointmentId id, AppointmentChange change, By by) {
    audited(handle, id, "APPOINTMENT_" + change, by);
    return told(handle, id, change, by);
  }

  /** Late in a transaction. */
  private void audited(Handle handle, AppointmentId id, String action, By by) {
    audit.append(handle, AuditEvent.of(by.at(), by.agent(), action, "APPOINTMENT", id));
  }

  /**
   * The appointment as it stands once its texts are planned or taken back: last in a transaction.
   */
  private AppointmentResult told(Handle handle, AppointmentId id, AppointmentChange change, By by) {
    Appointment appointment = find(handle, "find_appointment", id).orElseThrow();
    if (appointment.kind() == ReceptionKind.APPOINTMENT) {
      texts.follow(handle, appointment, change, by.agent(), by.at());
    }
    return new AppointmentResult.Noted(appointment);
  }

  Optional<Appointment> find(AppointmentId id) {
    return database.with(handle -> find(handle, "find_appointment", id));
  }

  List<Appointment> find(Handle handle, Collection<AppointmentId> ids) {
    return handle
        .createQuery(SQL.statement("find_appointments"))
        .bind(
            "appointmentIds",
            ids.stream().map(AppointmentId::toString).collect(Collectors.joining(",", "{", "}")))
        .map((row, context) -> rows.read(row))
        .list();
  }

  Optional<Appointment> lock(Handle handle, AppointmentId id) {
    return find(handle, "lock_appointment", id);
  }

  private Optional<Appointment> find(Handle handle, String statement, AppointmentId id) {
    return handle
        .createQuery(SQL.statement(statement))
        .bind("appointmentId", id.value())
        .map((row, context) -> rows.read(row))
        .findOne();
  }
}
