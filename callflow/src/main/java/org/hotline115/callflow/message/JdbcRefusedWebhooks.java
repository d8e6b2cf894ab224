package org.hotline115.callflow.message;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Refused webhooks in PostgreSQL, sealed; never more than so many. */
final class JdbcRefusedWebhooks {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcRefusedWebhooks.class, "jdbc_refused_webhooks.sql");

  /** Whoever sends us rubbish fills no disk. */
  static final int KEPT_MAX = 500;

  private final Database database;
  private final Cipher cipher;

  JdbcRefusedWebhooks(Database database, Cipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /** False when it was kept before, or so many are kept already. */
  boolean keep(RefusedWebhook refused) {
    return database.with(handle ->
        handle
            .createUpdate(SQL.statement("keep_refused"))
            .bind("refusedId", refused.id())
            .bind("uri", refused.uri())
            .bind("signature", refused.signature())
            .bind("sealedBody", cipher.encrypt(refused.body(), context(refused.id())))
            .bind("at", refused.refusedAt())
            .bind("most", KEPT_MAX)
            .execute())
        == 1;
  }

  /** The oldest first. */
  List<RefusedWebhook> kept() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_refused"))
            .map((row, context) -> refused(row))
            .list());
  }

  private RefusedWebhook refused(ResultSet row) throws SQLException {
    UUID id = row.getObject("refused_id", UUID.class);
    return new RefusedWebhook(
        row.getString("uri"),
        row.getString("signature"),
        cipher.decrypt(row.getBytes("sealed_body"), context(id)),
        known(row, "refused_at"));
  }

  void forget(RefusedWebhook refused) {
    database.with(handle ->
        handle.createUpdate(SQL.statement("forget_refused")).bind("id", refused.id()).execute());
  }

  void forgetBefore(Instant horizon) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("forget_refused_before"))
            .bind("horizon", horizon)
            .execute());
  }

  private static String context(UUID id) {
    return "refused_webhook.sealed_body " + id;
  }
}
