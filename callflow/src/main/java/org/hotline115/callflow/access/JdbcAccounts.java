package org.hotline115.callflow.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** The accounts in PostgreSQL. Every change of a password or a role ends the agent's sessions. */
final class JdbcAccounts {

  private static final SqlFile SQL = SqlFile.beside(JdbcAccounts.class, "accounts.sql");

  record Credentials(Account account, String passwordHash) {}

  private final Database database;
  private final JdbcAuditTrail audit;
  private final InstantSource clock;

  JdbcAccounts(Database database, JdbcAuditTrail audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  Optional<Credentials> find(AgentId agent) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_account"))
            .bind("agent", agent.value())
            .map((row, context) -> new Credentials(account(row), row.getString("password_hash")))
            .findOne());
  }

  List<Account> list() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_accounts"))
            .map((row, context) -> account(row))
            .list());
  }

  /** False when the account is there already; nothing is changed then. */
  boolean create(Account account, String passwordHash, AgentId by) {
    return database.inTransaction(handle -> {
      int rows =
          handle
              .createUpdate(SQL.statement("create_account"))
              .bind("agent", account.agent().value())
              .bind("displayName", account.displayName())
              .bind("role", account.role().name())
              .bind("passwordHash", passwordHash)
              .bind("at", clock.instant())
              .execute();
      if (rows == 1) {
        record(handle, by, "ACCOUNT_CREATED", account.agent());
      }
      return rows == 1;
    });
  }

  boolean changePassword(AgentId agent, String passwordHash, AgentId by) {
    return change(agent, by, "PASSWORD_CHANGED", "change_password", "passwordHash", passwordHash);
  }

  boolean changeRole(AgentId agent, Role role, AgentId by) {
    return change(agent, by, "ROLE_CHANGED", "change_role", "role", role.name());
  }

  private boolean change(
      AgentId agent, AgentId by, String action, String statement, String column, String value) {
    return database.inTransaction(handle -> {
      int rows =
          handle
              .createUpdate(SQL.statement(statement))
              .bind("agent", agent.value())
              .bind(column, value)
              .bind("at", clock.instant())
              .execute();
      handle.createUpdate(SQL.statement("end_sessions")).bind("agent", agent.value()).execute();
      if (rows == 1) {
        record(handle, by, action, agent);
      }
      return rows == 1;
    });
  }

  private void record(Handle handle, AgentId by, String action, AgentId account) {
    audit.append(handle, AuditEvent.of(clock.instant(), by, action, "ACCOUNT", account));
  }

  static Account account(ResultSet row) throws SQLException {
    return new Account(
        new AgentId(row.getString("agent")),
        row.getString("display_name"),
        Role.valueOf(row.getString("role")));
  }
}
