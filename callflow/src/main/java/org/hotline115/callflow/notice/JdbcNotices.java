package org.hotline115.callflow.notice;

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
import org.hotline115.callflow.place.Audience;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Notices in PostgreSQL, each change in one transaction with its audit row. */
final class JdbcNotices implements Notices {

  private static final SqlFile SQL = SqlFile.beside(JdbcNotices.class, "jdbc_notices.sql");

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcNotices(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  @Override
  public Optional<Notice> keep(Notice notice, int saidAtOnceMost) {
    return database.inTransaction(handle -> {
      // Two supervisors at once must not make one too many.
      handle.createQuery(SQL.statement("lock_notices")).mapToMap().list();
      Optional<Notice> known = find(handle, notice.noticeId());
      if (known.isPresent() || standing(handle).size() >= saidAtOnceMost) {
        return known;
      }
      boolean kept =
          handle
                  .createUpdate(SQL.statement("keep_notice"))
                  .bind("noticeId", notice.noticeId().value())
                  .bind("audience", notice.audience().name())
                  .bind("until", notice.until())
                  .bind("by", notice.approvedBy().value())
                  .bind("at", notice.approvedAt().truncatedTo(ChronoUnit.MICROS))
                  .execute()
              == 1;
      if (kept) {
        audit.append(
            handle,
            AuditEvent.of(
                notice.approvedAt(),
                notice.approvedBy(),
                "NOTICE_APPROVED",
                "NOTICE",
                notice.noticeId()));
      }
      return find(handle, notice.noticeId());
    });
  }

  @Override
  public Optional<Notice> find(NoticeId noticeId) {
    return database.with(handle -> find(handle, noticeId));
  }

  @Override
  public Optional<Notice> end(
      NoticeId noticeId, Notice.Ending ending, @Nullable AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      boolean ended =
          handle
                  .createUpdate(SQL.statement("end_notice"))
                  .bind("noticeId", noticeId.value())
                  .bind("ending", ending.name())
                  .bind("by", by == null ? null : by.value())
                  .bind("at", at.truncatedTo(ChronoUnit.MICROS))
                  .execute()
              == 1;
      if (ended) {
        audit.append(
            handle,
            AuditEvent.of(at, by == null ? AgentId.HOUSE : by, "NOTICE_ENDED", "NOTICE", noticeId));
      }
      return find(handle, noticeId);
    });
  }

  @Override
  public List<Notice> standing() {
    return database.with(JdbcNotices::standing);
  }

  @Override
  public List<Notice> newest(int most) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("newest_notices"))
            .bind("most", most)
            .map((row, context) -> notice(row))
            .list());
  }

  private static List<Notice> standing(Handle handle) {
    return handle
        .createQuery(SQL.statement("standing_notices"))
        .map((row, context) -> notice(row))
        .list();
  }

  private static Optional<Notice> find(Handle handle, NoticeId noticeId) {
    return handle
        .createQuery(SQL.statement("find_notice"))
        .bind("noticeId", noticeId.value())
        .map((row, context) -> notice(row))
        .findOne();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    String endedBy = row.getString("ended_by");
    String ending = row.getString("ending");
    return new Notice(
        new NoticeId(row.getObject("notice_id", UUID.class)),
        Audience.valueOf(row.getString("audience")),
        known(row, "until_at"),
        new AgentId(row.getString("approved_by")),
        known(row, "approved_at"),
        instant(row, "ended_at"),
        endedBy == null ? null : new AgentId(endedBy),
        ending == null ? null : Notice.Ending.valueOf(ending));
  }
}
