package org.hotline115.callflow.waitlist;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.JdbcOfferedSeats;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.appointment.SlotTime;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who waits, in PostgreSQL, in the transaction of whoever asks. Who wants an earlier hour is named
 * and reached by the row of the appointment, so that a new number counts here as well.
 */
final class JdbcWaiting {

  private static final SqlFile SQL = SqlFile.beside(JdbcWaiting.class, "jdbc_waiting.sql");

  /** For one service of one site: who comes later would wait for months. */
  static final int WAITING_MAX = 200;

  private static final int SHOWN_MAX = 1_000;

  /** Why somebody no longer waits. */
  enum Ending {
    SERVED,
    LEFT,
    /** Did not answer again and again. */
    SILENT
  }

  private final Cipher cipher;
  private final JdbcOfferedSeats seats;

  JdbcWaiting(Cipher cipher, JdbcOfferedSeats seats) {
    this.cipher = cipher;
    this.seats = seats;
  }

  /** A row as it is kept; {@code appointmentId} says whose name and number count. */
  private record Row(
      WaitId waitId,
      String siteId,
      String service,
      @Nullable AppointmentId appointmentId,
      String name,
      Reach reach,
      @Nullable LocalDate lastDay,
      AgentId joinedBy,
      Instant joinedAt,
      int unanswered,
      boolean isAsked) {

    Waiting waiting(Map<AppointmentId, Appointment> appointments) {
      Appointment appointment = appointmentId == null ? null : appointments.get(appointmentId);
      return new Waiting(
          waitId,
          siteId,
          service,
          appointment,
          appointment == null ? name : appointment.name(),
          appointment == null ? reach : appointment.reach(),
          lastDay,
          joinedBy,
          joinedAt,
          unanswered,
          isAsked);
    }
  }

  boolean insert(Handle handle, Waiting waiting) {
    Appointment appointment = waiting.appointment();
    Recipient recipient = appointment == null ? waiting.reach().recipient() : null;
    String name = appointment == null ? waiting.name() : "";
    WaitId id = waiting.waitId();
    return handle
            .createUpdate(SQL.statement("insert_wait"))
            .bind("waitId", id.value())
            .bind("siteId", waiting.siteId())
            .bind("service", waiting.service())
            .bind("appointmentId", appointment == null ? null : appointment.appointmentId().value())
            .bind("sealedName", name.isEmpty() ? null : cipher.encrypt(name, name(id)))
            .bind("numberKey", recipient == null ? null : recipient.key().hex())
            .bind(
                "sealedNumber",
                recipient == null ? null : cipher.encrypt(recipient.number().e164(), number(id)))
            .bind("smsAgreed", recipient != null && waiting.reach().smsAgreed())
            .bind("discretion", waiting.reach().discretion())
            .bind("language", waiting.reach().language())
            .bind("lastDay", waiting.lastDay())
            .bind("by", waiting.joinedBy().value())
            .bind("at", waiting.joinedAt())
            .bind("most", WAITING_MAX)
            .execute()
        == 1;
  }

  boolean receivesFor(Handle handle, String siteId, String service, LocalDate today) {
    return handle
        .createQuery(SQL.statement("receives_for"))
        .bind("siteId", siteId)
        .bind("service", service)
        .bind("today", today)
        .mapTo(Boolean.class)
        .one();
  }

  boolean waitsAlready(Handle handle, AppointmentId appointmentId) {
    return handle
        .createQuery(SQL.statement("waits_already"))
        .bind("appointmentId", appointmentId.value())
        .mapTo(Boolean.class)
        .one();
  }

  Optional<Waiting> find(Handle handle, WaitId id) {
    return one(handle, "find_wait", id);
  }

  /** It is ours until the transaction ends. */
  Optional<Waiting> lock(Handle handle, WaitId id) {
    return one(handle, "lock_wait", id);
  }

  private Optional<Waiting> one(Handle handle, String statement, WaitId id) {
    return waiting(
            handle,
            handle
                .createQuery(SQL.statement(statement))
                .bind("waitId", id.value())
                .map((row, context) -> row(row))
                .list())
        .stream()
        .findFirst();
  }

  /** By service, and there in the order in which they joined. */
  List<Waiting> list(Handle handle, String siteId) {
    return waiting(
        handle,
        handle
            .createQuery(SQL.statement("list_waiting"))
            .bind("siteId", siteId)
            .bind("most", SHOWN_MAX)
            .map((row, context) -> row(row))
            .list());
  }

  /**
   * Whose turn it is: the first who joined, can use the slot, and was not asked about it. Waits for
   * nobody: who is being asked about another slot at this instant is passed over.
   */
  Optional<Waiting> chooseNext(Handle handle, Schedule schedule, SlotTime time) {
    return waiting(
            handle,
            handle
                .createQuery(SQL.statement("choose_next"))
                .bind("siteId", schedule.siteId())
                .bind("service", schedule.service())
                .bind("day", LocalDate.ofInstant(time.startsAt(), schedule.zone()))
                .bind("scheduleId", schedule.scheduleId().value())
                .bind("startsAt", time.startsAt())
                .map((row, context) -> row(row))
                .list())
        .stream()
        .findFirst();
  }

  void ask(Handle handle, WaitId id, OfferId offerId) {
    handle
        .createUpdate(SQL.statement("ask"))
        .bind("waitId", id.value())
        .bind("offerId", offerId.value())
        .execute();
  }

  /** The offer is no longer open, and the turn is kept. */
  void asked(Handle handle, WaitId id, int unanswered) {
    handle
        .createUpdate(SQL.statement("answered_by_somebody"))
        .bind("waitId", id.value())
        .bind("unanswered", unanswered)
        .execute();
  }

  /** False when it had ended. Name and number go with it. */
  boolean end(Handle handle, WaitId id, Ending ending, AgentId by, Instant at) {
    return handle
            .createUpdate(SQL.statement("end_wait"))
            .bind("waitId", id.value())
            .bind("ending", ending)
            .bind("by", by.value())
            .bind("at", at)
            .execute()
        == 1;
  }

  /** Who no longer can be given anything: the last day is over, or the appointment. */
  List<WaitId> endPast(Handle handle, LocalDate today, Instant at) {
    return handle
        .createQuery(SQL.statement("end_past"))
        .bind("today", today)
        .bind("by", AgentId.HOUSE.value())
        .bind("at", at)
        .map((row, context) -> new WaitId(row.getObject("wait_id", UUID.class)))
        .list();
  }

  private List<Waiting> waiting(Handle handle, List<Row> rows) {
    List<AppointmentId> ids =
        rows.stream().map(Row::appointmentId).filter(Objects::nonNull).toList();
    Map<AppointmentId, Appointment> appointments =
        ids.isEmpty() ? Map.of() : seats.find(handle, ids);
    List<Waiting> waiting = new ArrayList<>();
    rows.forEach(row -> waiting.add(row.waiting(appointments)));
    return waiting;
  }

  private Row row(ResultSet row) throws SQLException {
    WaitId id = new WaitId(row.getObject("wait_id", UUID.class));
    UUID appointmentId = row.getObject("appointment_id", UUID.class);
    byte[] name = row.getBytes("sealed_name");
    return new Row(
        id,
        row.getString("site_id"),
        row.getString("service"),
        appointmentId == null ? null : new AppointmentId(appointmentId),
        name == null ? "" : cipher.decrypt(name, name(id)),
        reach(row, id),
        row.getObject("last_day", LocalDate.class),
        new AgentId(row.getString("joined_by")),
        known(row, "joined_at"),
        row.getInt("unanswered"),
        row.getObject("open_offer", UUID.class) != null);
  }

  private Reach reach(ResultSet row, WaitId id) throws SQLException {
    String key = row.getString("number_key");
    byte[] number = row.getBytes("sealed_number");
    Recipient recipient =
        key == null || number == null
            ? null
            : new Recipient(
                new CallerKey(key), new PhoneNumber(cipher.decrypt(number, number(id))));
    return new Reach(
        recipient,
        row.getBoolean("sms_agreed"),
        Discretion.valueOf(row.getString("discretion")),
        row.getString("language"));
  }

  private static String number(WaitId id) {
    return "waiting.number:" + id;
  }

  private static String name(WaitId id) {
    return "waiting.name:" + id;
  }
}
