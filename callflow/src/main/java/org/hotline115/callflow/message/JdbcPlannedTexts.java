package org.hotline115.callflow.message;

import static org.hotline115.callflow.store.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The texts about an appointment: taken back with it, and shown beside it. */
public final class JdbcPlannedTexts {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcPlannedTexts.class, "jdbc_planned_texts.sql");

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcPlannedTexts(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  /** A text about an appointment, and how it stands. {@code dueAt} is when it is looked at next. */
  public record PlannedText(
      TemplateCode template,
      MessageStatus status,
      @Nullable Instant dueAt,
      @Nullable Instant sentAt) {}

  /**
   * Takes back what has not left, in the caller's transaction and last in it. What is on its way at
   * this very moment arrives; what is unknown is never sent again.
   */
  public void withdraw(Handle handle, UUID appointmentId, AgentId by, Instant at) {
    List<MessageId> withdrawn =
        handle
            .createQuery(SQL.statement("withdraw_texts"))
            .bind("appointmentId", appointmentId)
            .bind("at", at)
            .map((row, context) -> JdbcOutbox.id(row))
            .list();
    for (MessageId id : withdrawn) {
      audit.append(handle, AuditEvent.of(at, by, "TEXT_WITHDRAWN", "MESSAGE", id));
    }
  }

  /** Of each of these appointments, its texts in the order in which they were written. */
  public Map<UUID, List<PlannedText>> of(Collection<UUID> appointmentIds) {
    String ids =
        appointmentIds.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("texts_of_appointments"))
            .bind("appointmentIds", ids)
            .map((row, context) ->
                Map.entry(row.getObject("appointment_id", UUID.class), planned(row)))
            .stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getKey,
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }

  private static PlannedText planned(ResultSet row) throws SQLException {
    return new PlannedText(
        TemplateCode.valueOf(row.getString("template")),
        MessageStatus.valueOf(row.getString("status")),
        instant(row, "due_at"),
        instant(row, "sent_at"));
  }
}
