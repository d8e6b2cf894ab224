package org.hotline115.callflow.access;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** The sessions in PostgreSQL, by the hash of their token. */
final class JdbcSessions {

  private static final SqlFile SQL = SqlFile.beside(JdbcSessions.class, "sessions.sql");

  private final Database database;

  JdbcSessions(Database database) {
    this.database = database;
  }

  void insert(Session session) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("insert_session"))
            .bind("tokenHash", session.tokenHash())
            .bind("agent", session.agent().value())
            .bind("at", session.startedAt())
            .execute());
  }

  Optional<Session> find(String tokenHash) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_session"))
            .bind("tokenHash", tokenHash)
            .map((row, context) -> session(row))
            .findOne());
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getString("token_hash"),
        JdbcAccounts.account(row),
        known(row, "started_at"),
        known(row, "last_seen_at"));
  }

  void touch(String tokenHash, Instant at) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("touch_session"))
            .bind("tokenHash", tokenHash)
            .bind("at", at)
            .execute());
  }

  void delete(String tokenHash) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("delete_session"))
            .bind("tokenHash", tokenHash)
            .execute());
  }

  int purge(Instant startedHorizon, Instant seenHorizon) {
    return database.with(handle ->
        handle
            .createUpdate(SQL.statement("purge_sessions"))
            .bind("startedHorizon", startedHorizon)
            .bind("seenHorizon", seenHorizon)
            .execute());
  }
}
