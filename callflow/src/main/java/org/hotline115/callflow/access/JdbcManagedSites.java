package org.hotline115.callflow.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Accounts and their sites in PostgreSQL. */
final class JdbcManagedSites {

  private static final SqlFile SQL = SqlFile.beside(JdbcManagedSites.class, "managed_sites.sql");

  private final Database database;
  private final JdbcAuditTrail audit;
  private final InstantSource clock;

  JdbcManagedSites(Database database, JdbcAuditTrail audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  Set<String> of(AgentId agent) {
    return database.with(handle -> list(handle, agent));
  }

  /** All or nothing: one unknown site and nothing is changed. */
  SitesResult change(AgentId agent, Set<String> siteIds, AgentId by) {
    return database.inTransaction(handle -> {
      if (!isAccount(handle, agent)) {
        return new SitesResult.NoSuchAccount();
      }
      List<String> unknown =
          handle
              .createQuery(SQL.statement("find_unknown_sites"))
              .bind("siteIds", "{" + String.join(",", siteIds) + "}")
              .mapTo(String.class)
              .list();
      if (!unknown.isEmpty()) {
        return new SitesResult.NoSuchSite(unknown);
      }
      if (!list(handle, agent).equals(siteIds)) {
        handle.createUpdate(SQL.statement("clear_sites")).bind("agent", agent.value()).execute();
        siteIds.forEach(siteId ->
            handle
                .createUpdate(SQL.statement("add_site"))
                .bind("agent", agent.value())
                .bind("siteId", siteId)
                .execute());
        audit.append(handle, AuditEvent.of(clock.instant(), by, "SITES_CHANGED", "ACCOUNT", agent));
      }
      return new SitesResult.Changed(siteIds);
    });
  }

  private static boolean isAccount(Handle handle, AgentId agent) {
    return handle
        .createQuery(SQL.statement("is_account"))
        .bind("agent", agent.value())
        .mapTo(Boolean.class)
        .one();
  }

  private static Set<String> list(Handle handle, AgentId agent) {
    return new TreeSet<>(
        handle
            .createQuery(SQL.statement("list_sites"))
            .bind("agent", agent.value())
            .mapTo(String.class)
            .list());
  }
}
