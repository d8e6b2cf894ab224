package org.hotline115.callflow.shelter;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** The keys of shelters' software in PostgreSQL, by their hash. */
final class JdbcSiteKeys {

  private static final SqlFile SQL = SqlFile.beside(JdbcSiteKeys.class, "jdbc_site_keys.sql");

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcSiteKeys(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  boolean add(SiteKey key, String hash, AgentId by) {
    return database.inTransaction(handle -> {
      int added =
          handle
              .createUpdate(SQL.statement("add_key"))
              .bind("keyId", key.keyId())
              .bind("keyHash", hash)
              .bind("siteId", key.siteId())
              .bind("name", key.name())
              .bind("madeAt", key.madeAt())
              .bind("madeBy", key.madeBy())
              .execute();
      if (added == 1) {
        audit.append(
            handle, AuditEvent.of(key.madeAt(), by, "SITE_KEY_MADE", "SITE", key.siteId()));
      }
      return added == 1;
    });
  }

  boolean revoke(String siteId, UUID keyId, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      int found =
          handle
              .createUpdate(SQL.statement("revoke_key"))
              .bind("siteId", siteId)
              .bind("keyId", keyId)
              .bind("at", at)
              .execute();
      if (found == 1) {
        audit.append(handle, AuditEvent.of(at, by, "SITE_KEY_REVOKED", "SITE", siteId));
      }
      return found == 1;
    });
  }

  List<SiteKey> list(String siteId) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_keys"))
            .bind("siteId", siteId)
            .map((row, context) -> key(row))
            .list());
  }

  Optional<SiteKey> find(String hash, Instant at) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("use_key"))
            .bind("keyHash", hash)
            .bind("at", at)
            .map((row, context) -> key(row))
            .findOne());
  }

  private static SiteKey key(ResultSet row) throws SQLException {
    return new SiteKey(
        row.getObject("key_id", UUID.class),
        row.getString("site_id"),
        row.getString("name"),
        known(row, "made_at"),
        row.getString("made_by"),
        instant(row, "revoked_at"),
        instant(row, "last_used_at"));
  }
}
