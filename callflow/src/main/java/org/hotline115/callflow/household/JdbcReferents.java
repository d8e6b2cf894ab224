package org.hotline115.callflow.household;

import static org.hotline115.callflow.store.Moments.known;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Referents in PostgreSQL: one of a household at a time. */
final class JdbcReferents {

  private static final SqlFile SQL = SqlFile.beside(JdbcReferents.class, "jdbc_households.sql");

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcReferents(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  Optional<Referent> of(HouseholdId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_referent"))
            .bind("householdId", id.value())
            .map((row, context) ->
                new Referent(
                    new ReferentId(row.getObject("referent_id", UUID.class)),
                    new AgentId(row.getString("agent")),
                    known(row, "from_at")))
            .findOne());
  }

  List<AgentId> candidates() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_referents"))
            .map((row, context) -> new AgentId(row.getString("agent")))
            .list());
  }

  boolean isAgent(AgentId agent) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("is_agent"))
            .bind("agent", agent.value())
            .mapTo(Boolean.class)
            .one());
  }

  /** Whoever it was is it no more. False when the id is something else's. */
  boolean name(ReferentId id, HouseholdId household, AgentId agent, AuditEvent event) {
    return database.inTransaction(handle -> {
      lock(handle, household);
      Optional<Boolean> known =
          handle
              .createQuery(SQL.statement("is_this_referent"))
              .bind("referentId", id.value())
              .bind("householdId", household.value())
              .bind("agent", agent.value())
              .mapTo(Boolean.class)
              .findOne();
      if (known.isPresent()) {
        return known.get();
      }
      end(handle, household, Referent.End.REPLACED, event);
      handle
          .createUpdate(SQL.statement("add_referent"))
          .bind("referentId", id.value())
          .bind("householdId", household.value())
          .bind("agent", agent.value())
          .bind("at", event.at())
          .bind("by", event.actor())
          .execute();
      audit.append(handle, event);
      return true;
    });
  }

  /** Ending what is over is done already. */
  void end(HouseholdId household, Referent.End reason, AuditEvent event) {
    database.inTransaction(handle -> {
      lock(handle, household);
      if (end(handle, household, reason, event)) {
        audit.append(handle, event);
      }
      return null;
    });
  }

  private static void lock(Handle handle, HouseholdId household) {
    handle
        .createQuery(SQL.statement("lock_household"))
        .bind("householdId", household.value())
        .mapTo(UUID.class)
        .list();
  }

  private static boolean end(
      Handle handle, HouseholdId household, Referent.End reason, AuditEvent event) {
    return handle
            .createUpdate(SQL.statement("end_referent"))
            .bind("householdId", household.value())
            .bind("reason", reason)
            .bind("at", event.at())
            .bind("by", event.actor())
            .execute()
        == 1;
  }
}
