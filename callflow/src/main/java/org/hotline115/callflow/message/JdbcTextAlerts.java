package org.hotline115.callflow.message;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Ids;
import org.hotline115.callflow.store.SqlFile;
import org.jspecify.annotations.Nullable;

/** Texts that a person must read, in PostgreSQL. Each is read by the one who takes it. */
public final class JdbcTextAlerts {

  private static final SqlFile SQL = SqlFile.beside(JdbcTextAlerts.class, "jdbc_text_alerts.sql");

  private static final int SHOWN_MAX = 50;

  private final Database database;
  private final Cipher cipher;
  private final JdbcAuditTrail audit;
  private final InstantSource clock;
  private final Ids ids;

  JdbcTextAlerts(Database database, Cipher cipher, JdbcAuditTrail audit, InstantSource clock) {
    this.database = database;
    this.cipher = cipher;
    this.audit = audit;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** False when this text has raised one before. */
  boolean raise(InboundText text) {
    return database.with(handle ->
        handle
                .createUpdate(SQL.statement("raise_alert"))
                .bind("alertId", ids.next())
                .bind("providerId", text.providerId())
                .bind("at", clock.instant())
                .execute()
            == 1);
  }

  /** Those that nobody has taken, the oldest first. */
  public List<TextAlert> open() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_open_alerts"))
            .bind("most", SHOWN_MAX)
            .map((row, context) -> alert(row))
            .list());
  }

  /** Gives it to this agent, with its words; the same again gives it again. */
  public TextAlert.Taking take(UUID alertId, AgentId by) {
    Instant now = clock.instant();
    return database.inTransaction(handle -> {
      boolean isTakenNow =
          handle
                  .createUpdate(SQL.statement("take_alert"))
                  .bind("alertId", alertId)
                  .bind("by", by.value())
                  .bind("at", now)
                  .execute()
              == 1;
      Optional<TextAlert.Taking> found =
          handle
              .createQuery(SQL.statement("find_alert"))
              .bind("alertId", alertId)
              .map((row, context) -> taking(row, by))
              .findOne();
      if (isTakenNow) {
        audit.append(handle, AuditEvent.of(now, by, "TEXT_ALERT_TAKEN", "TEXT_ALERT", alertId));
      }
      return found.orElseGet(TextAlert.Taking.NoSuchAlert::new);
    });
  }

  private TextAlert.Taking taking(ResultSet row, AgentId by) throws SQLException {
    String takenBy = row.getString("taken_by");
    return by.value().equals(takenBy)
        ? new TextAlert.Taking.Taken(
            alert(row), opened(row, "sealed_body", JdbcInbound::body).orElse(""))
        : new TextAlert.Taking.Others(takenBy);
  }

  private TextAlert alert(ResultSet row) throws SQLException {
    return new TextAlert(row.getObject("alert_id", UUID.class), known(row, "raised_at"), from(row));
  }

  private @Nullable PhoneNumber from(ResultSet row) throws SQLException {
    return opened(row, "sealed_number", JdbcInbound::number).map(PhoneNumber::new).orElse(null);
  }

  private Optional<String> opened(ResultSet row, String column, UnaryOperator<String> context)
      throws SQLException {
    byte[] sealed = row.getBytes(column);
    return sealed == null
        ? Optional.empty()
        : Optional.of(cipher.decrypt(sealed, context.apply(row.getString("provider_id"))));
  }
}
