package org.hotline115.callflow.truth;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Alarms in PostgreSQL. At most one is open for a group, night and invariant. */
final class JdbcAlarms {

  private static final SqlFile SQL = SqlFile.beside(JdbcAlarms.class, "jdbc_alarms.sql");
  private final Database database;
  private final JdbcInvariants invariants;
  private final JdbcAuditTrail audit;
  private final Departement departement;

  JdbcAlarms(
      Database database, JdbcInvariants invariants, JdbcAuditTrail audit, Departement departement) {
    this.database = database;
    this.invariants = invariants;
    this.audit = audit;
    this.departement = departement;
  }

  /**
   * True when it is new: another gateway may have raised it before, and the very figures that a
   * person took note of are no news as long as they stay so.
   */
  boolean raise(Breach breach, Instant at) {
    return database.inTransaction(handle -> {
      boolean raised =
          handle
                  .createUpdate(SQL.statement("raise_alarm"))
                  .bind("departement", departement.code())
                  .bind("placeGroupId", breach.placeGroupId().value())
                  .bind("what", breach.invariant().name())
                  .bind("found", Integer.toString(breach.found()))
                  .bind("expected", Integer.toString(breach.expected()))
                  .bind("at", at)
                  .bind("nightOf", breach.nightOf().date())
                  .execute()
              == 1;
      if (raised) {
        audit.append(
            handle, event(AgentId.HOUSE, "RAISE_BOARD_ALARM", breach.placeGroupId().value(), at));
      }
      return raised;
    });
  }

  /** What does not break its invariant any more, or whose night is over, needs no decision. */
  void vanish(NightOf night, List<Breach> still, Instant at) {
    Object[] keys = still.stream().map(JdbcAlarms::key).toArray();
    database.inTransaction(handle -> {
      for (String statement : List.of("end_acknowledged", "vanish_alarms")) {
        handle
            .createUpdate(SQL.statement(statement))
            .bind("departement", departement.code())
            .bind("nightOf", night.date())
            .bindArray("still", String.class, keys)
            .bind("at", at)
            .execute();
      }
      return true;
    });
  }

  private static String key(Breach breach) {
    return breach.invariant().name() + " " + breach.placeGroupId().value();
  }

  /** Open ones first, then the newest; decided ones of the last days. */
  List<BoardAlarm> list(Instant since, int most) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_alarms"))
            .bind("departement", departement.code())
            .bind("since", since)
            .bind("most", most)
            .map((row, context) -> alarm(row))
            .list());
  }

  /** Decides once, together with the repair and its audit row. */
  DecideResult decide(long alarmId, BoardAlarm.Decision decision, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<BoardAlarm> found = lock(handle, alarmId);
      if (found.isEmpty()) {
        return new DecideResult.NoSuchAlarm();
      }
      BoardAlarm alarm = found.get();
      if (!alarm.isOpen()) {
        return decision == alarm.decision()
            ? new DecideResult.Decided(alarm)
            : new DecideResult.AlreadyDecided(alarm);
      }
      if (decision == BoardAlarm.Decision.REPAIRED && !invariants.repair(handle, alarm, by, at)) {
        return new DecideResult.NotRepairable();
      }
      handle
          .createUpdate(SQL.statement("decide_alarm"))
          .bind("alarmId", alarmId)
          .bind("decision", decision.name())
          .bind("by", by.value())
          .bind("at", at)
          .execute();
      audit.append(handle, event(by, "DECIDE_BOARD_ALARM", Long.toString(alarmId), at));
      return new DecideResult.Decided(lock(handle, alarmId).orElseThrow());
    });
  }

  private Optional<BoardAlarm> lock(Handle handle, long alarmId) {
    return handle
        .createQuery(SQL.statement("lock_alarm"))
        .bind("departement", departement.code())
        .bind("alarmId", alarmId)
        .map((row, context) -> alarm(row))
        .findOne();
  }

  private static AuditEvent event(AgentId by, String action, String object, Instant at) {
    return AuditEvent.of(at, by, action, "BOARD_ALARM", object);
  }

  private static BoardAlarm alarm(ResultSet row) throws SQLException {
    LocalDate night = row.getObject("night_of", LocalDate.class);
    String decision = row.getString("decision");
    String by = row.getString("decided_by");
    return new BoardAlarm(
        row.getLong("alarm_id"),
        new PlaceGroupId(row.getString("place_group_id")),
        row.getString("what"),
        night == null ? null : new NightOf(night),
        row.getString("on_board"),
        row.getString("in_records"),
        known(row, "at"),
        row.getBoolean("repaired"),
        decision == null ? null : BoardAlarm.Decision.valueOf(decision),
        by == null ? null : new AgentId(by),
        instant(row, "decided_at"));
  }
}
