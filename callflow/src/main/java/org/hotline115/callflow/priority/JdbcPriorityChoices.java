package org.hotline115.callflow.priority;

import static org.hotline115.callflow.store.Moments.known;

import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Who chose which grid, in PostgreSQL: a row for each choice, the last one counts. */
final class JdbcPriorityChoices {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcPriorityChoices.class, "jdbc_priority_choices.sql");

  private final Database database;
  private final Departement departement;
  private final JdbcAuditTrail audit;

  JdbcPriorityChoices(Database database, Departement departement, JdbcAuditTrail audit) {
    this.database = database;
    this.departement = departement;
    this.audit = audit;
  }

  Optional<PriorityRules.Choice> last() {
    return database.with(this::last);
  }

  private Optional<PriorityRules.Choice> last(Handle handle) {
    return handle
        .createQuery(SQL.statement("last_choice"))
        .bind("departement", departement.code())
        .map((row, context) ->
            new PriorityRules.Choice(
                row.getString("rule_set"),
                new AgentId(row.getString("chosen_by")),
                known(row, "chosen_at")))
        .findFirst();
  }

  /** False: it was the choice already. */
  boolean add(PriorityRules.Choice choice) {
    return database.inTransaction(handle -> {
      if (last(handle).filter(last -> last.code().equals(choice.code())).isPresent()) {
        return false;
      }
      handle
          .createUpdate(SQL.statement("add_choice"))
          .bind("departement", departement.code())
          .bind("ruleSet", choice.code())
          .bind("chosenBy", choice.chosenBy().value())
          .bind("chosenAt", choice.chosenAt())
          .execute();
      audit.append(
          handle,
          AuditEvent.of(
              choice.chosenAt(),
              choice.chosenBy(),
              "PRIORITY_RULES_CHOSEN",
              "RULE_SET",
              choice.code()));
      return true;
    });
  }
}
