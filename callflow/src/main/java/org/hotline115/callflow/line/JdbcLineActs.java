package org.hotline115.callflow.line;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Decisions in PostgreSQL, each in one transaction with its audit row. */
final class JdbcLineActs implements LineActs {

  private static final SqlFile SQL = SqlFile.beside(JdbcLineActs.class, "jdbc_line_acts.sql");

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcLineActs(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public LineAct keep(LineAct act) {
    return database.inTransaction(handle -> {
      boolean isNew =
          handle
                  .createUpdate(SQL.statement("keep_act"))
                  .bind("actId", act.actId().value())
                  .bind("line", act.line())
                  .bind("act", act.kind().name())
                  .bind("until", act.until())
                  .bind("cap", act.cap())
                  .bind("callId", act.callId())
                  .bind("reason", act.reason())
                  .bind("by", act.by().value())
                  .bind("at", act.at().truncatedTo(ChronoUnit.MICROS))
                  .execute()
              == 1;
      if (isNew) {
        audit.append(
            handle,
            AuditEvent.of(act.at(), act.by(), "LINE_" + act.kind().name(), "LINE", act.line())
                .inCall(act.callId()));
      }
      return handle
          .createQuery(SQL.statement("find_act"))
          .bind("actId", act.actId().value())
          .map((row, context) -> act(row))
          .one();
    });
  }

  @Override
  public List<LineAct> standing() {
    return database.with(handle ->
        handle.createQuery(SQL.statement("standing_acts")).map((row, context) -> act(row)).list());
  }

  @Override
  public List<LineAct> newest(int most) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("newest_acts"))
            .bind("most", most)
            .map((row, context) -> act(row))
            .list());
  }

  @Override
  public void moved(LineActId act, Instant at) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("moved"))
            .bind("actId", act.value())
            .bind("at", at.truncatedTo(ChronoUnit.MICROS))
            .execute());
  }

  @Override
  public Optional<LineAct> putFirst(String callId) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("put_first"))
            .bind("callId", callId)
            .map((row, context) -> act(row))
            .findOne());
  }

  private static LineAct act(ResultSet row) throws SQLException {
    return new LineAct(
        new LineActId(row.getObject("act_id", UUID.class)),
        row.getString("line"),
        LineAct.Kind.valueOf(row.getString("act")),
        instant(row, "until_at"),
        row.getObject("cap", Integer.class),
        row.getString("call_id"),
        row.getString("reason"),
        new AgentId(row.getString("decided_by")),
        known(row, "decided_at"));
  }
}
