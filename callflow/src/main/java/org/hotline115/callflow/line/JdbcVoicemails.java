package org.hotline115.callflow.line;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Messages in PostgreSQL; the sound is a file and never comes here. */
final class JdbcVoicemails implements Voicemails {

  private static final SqlFile SQL = SqlFile.beside(JdbcVoicemails.class, "jdbc_voicemails.sql");

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcVoicemails(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public void keep(Voicemail message) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("keep_voicemail"))
            .bind("callId", message.callId())
            .bind("line", message.line())
            .bind("leftAt", message.leftAt())
            .bind("seconds", message.seconds())
            .execute());
  }

  @Override
  public List<Voicemail> list(int most) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_voicemails"))
            .bind("most", most)
            .map((row, context) -> voicemail(row))
            .list());
  }

  @Override
  public Optional<Voicemail> find(String callId) {
    return database.with(handle -> find(handle, callId));
  }

  private static Optional<Voicemail> find(Handle handle, String callId) {
    return handle
        .createQuery(SQL.statement("find_voicemail"))
        .bind("callId", callId)
        .map((row, context) -> voicemail(row))
        .findOne();
  }

  @Override
  public List<Voicemail> withoutTask() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("voicemails_without_task"))
            .map((row, context) -> voicemail(row))
            .list());
  }

  @Override
  public void given(String callId, VoicemailTask task) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("give_task"))
            .bind("callId", callId)
            .bind("task", task.name())
            .execute());
  }

  @Override
  public void heard(String callId, AgentId by, Instant at) {
    audit.record(AuditEvent.of(at, by, "VOICEMAIL_HEARD", "VOICEMAIL", callId).inCall(callId));
  }

  @Override
  public Optional<Voicemail> done(String callId, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      boolean first =
          handle
                  .createUpdate(SQL.statement("done_voicemail"))
                  .bind("callId", callId)
                  .bind("by", by.value())
                  .bind("at", at)
                  .execute()
              == 1;
      Optional<Voicemail> found = find(handle, callId);
      if (first) {
        audit.append(
            handle, AuditEvent.of(at, by, "VOICEMAIL_DONE", "VOICEMAIL", callId).inCall(callId));
      }
      return found;
    });
  }

  @Override
  public List<String> leftBefore(Instant horizon) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("voicemails_left_before"))
            .bind("horizon", horizon)
            .mapTo(String.class)
            .list());
  }

  @Override
  public void erased(String callId, Instant at) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("erase_voicemail"))
            .bind("callId", callId)
            .bind("at", at)
            .execute());
  }

  private static Voicemail voicemail(ResultSet row) throws SQLException {
    String doneBy = row.getString("done_by");
    String task = row.getString("task");
    return new Voicemail(
        row.getString("call_id"),
        row.getString("line"),
        known(row, "left_at"),
        row.getInt("seconds"),
        doneBy == null ? null : new AgentId(doneBy),
        instant(row, "done_at"),
        task == null ? null : VoicemailTask.valueOf(task));
  }
}
