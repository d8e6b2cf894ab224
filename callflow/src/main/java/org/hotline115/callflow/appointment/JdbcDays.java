package org.hotline115.callflow.appointment;

import static org.hotline115.callflow.store.Moments.known;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** What a day looks like, from PostgreSQL: which seats are taken, and by whom. */
final class JdbcDays {

  private static final SqlFile SQL = SqlFile.beside(JdbcDays.class, "jdbc_days.sql");
  private static final int SHOWN_MAX = 2_000;

  private final Database database;
  private final JdbcAppointmentRow rows;

  JdbcDays(Database database, Cipher cipher) {
    this.database = database;
    this.rows = new JdbcAppointmentRow(cipher);
  }

  /** One slot of one schedule. */
  record SlotKey(ScheduleId scheduleId, Instant startsAt) {}

  /** Seats of a slot that are somebody's, and those that wait for somebody's answer. */
  record Taken(int booked, int offered) {

    static final Taken NONE = new Taken(0, 0);
  }

  Map<SlotKey, Taken> taken(String siteId, Instant from, Instant until) {
    Map<SlotKey, Taken> taken = new HashMap<>();
    database.with(handle ->
        handle
            .createQuery(SQL.statement("count_taken"))
            .bind("siteId", siteId)
            .bind("from", from)
            .bind("until", until)
            .map((row, context) ->
                taken.put(
                    new SlotKey(
                        new ScheduleId(row.getObject("schedule_id", UUID.class)),
                        known(row, "starts_at")),
                    new Taken(row.getInt("booked"), row.getInt("offered"))))
            .list());
    return taken;
  }

  /** What this number was asked about and begins after that moment, the earliest first. */
  List<Appointment> askedBy(CallerKey number, Instant after) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_asked"))
            .bind("numberKey", number.hex())
            .bind("after", after)
            .bind("most", SHOWN_MAX)
            .map((row, context) -> rows.read(row))
            .list());
  }

  List<Appointment> list(String siteId, Instant from, Instant until) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_appointments"))
            .bind("siteId", siteId)
            .bind("from", from)
            .bind("until", until)
            .bind("most", SHOWN_MAX)
            .map((row, context) -> rows.read(row))
            .list());
  }
}
