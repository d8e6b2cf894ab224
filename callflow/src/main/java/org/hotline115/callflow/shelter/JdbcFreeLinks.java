package org.hotline115.callflow.shelter;

import static org.hotline115.callflow.store.Moments.known;

import java.time.Instant;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Links and what was saved through them, in PostgreSQL, by the hash of their token. */
final class JdbcFreeLinks {

  private static final SqlFile SQL = SqlFile.beside(JdbcFreeLinks.class, "jdbc_free_links.sql");

  /** What is kept of a link. */
  record NewLink(
      String tokenHash, String siteId, Instant madeAt, AgentId by, Instant expiresAt, int saves) {}

  sealed interface Link {}

  record Found(String siteId, Instant expiresAt, int savesMax, int saves) implements Link {}

  record Nowhere() implements Link {}

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcFreeLinks(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  void add(NewLink link) {
    database.inTransaction(handle -> {
      handle
          .createUpdate(SQL.statement("add_link"))
          .bind("tokenHash", link.tokenHash())
          .bind("siteId", link.siteId())
          .bind("madeAt", link.madeAt())
          .bind("madeBy", link.by().value())
          .bind("expiresAt", link.expiresAt())
          .bind("savesMax", link.saves())
          .execute();
      audit.append(
          handle, AuditEvent.of(link.madeAt(), link.by(), "LINK_MADE", "SITE", link.siteId()));
      return 0;
    });
  }

  Link find(String tokenHash) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_link"))
            .bind("tokenHash", tokenHash)
            .<Link>map((row, context) ->
                new Found(
                    row.getString("site_id"),
                    known(row, "expires_at"),
                    row.getInt("saves_max"),
                    row.getInt("saves")))
            .findOne()
            .orElseGet(Nowhere::new));
  }

  /** True when this telling may go through; the same telling spends once. */
  boolean spend(String tokenHash, UUID tellId, Instant at) {
    return database.inTransaction(handle -> {
      handle
          .createQuery(SQL.statement("lock_link"))
          .bind("tokenHash", tokenHash)
          .mapTo(Integer.class)
          .findOne();
      handle
          .createUpdate(SQL.statement("spend_save"))
          .bind("tokenHash", tokenHash)
          .bind("tellId", tellId)
          .bind("at", at)
          .execute();
      return handle
          .createQuery(SQL.statement("is_spent"))
          .bind("tokenHash", tokenHash)
          .bind("tellId", tellId)
          .mapTo(Boolean.class)
          .one();
    });
  }

  /** It was refused after all. */
  void giveBack(String tokenHash, UUID tellId) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("give_save_back"))
            .bind("tokenHash", tokenHash)
            .bind("tellId", tellId)
            .execute());
  }

  /** Takes out what ended long ago. */
  int purge(Instant expiredHorizon) {
    return database.with(handle ->
        handle
            .createUpdate(SQL.statement("purge_links"))
            .bind("expiredHorizon", expiredHorizon)
            .execute());
  }
}
