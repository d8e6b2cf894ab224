package org.hotline115.callflow.evaluation;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ResidentialSituation;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Flash evaluations in PostgreSQL. Every write carries its audit row in the same transaction. */
final class JdbcEvaluations {

  private static final SqlFile SQL = SqlFile.beside(JdbcEvaluations.class, "jdbc_evaluations.sql");
  private static final int SHOWN_MAX = 200;

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcEvaluations(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  /** The one of this contact, opened now when there was none. */
  FlashEvaluation open(EvaluationId id, ContactId contact, Instant dueAt, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean isNew =
          handle
                  .createUpdate(SQL.statement("open_evaluation"))
                  .bind("evaluationId", id.value())
                  .bind("contactId", contact.value())
                  .bind("dueAt", dueAt)
                  .bind("at", event.at())
                  .bind("by", event.actor())
                  .execute()
              == 1;
      if (isNew) {
        audit.append(handle, event);
      }
      return of(handle, contact)
          .or(() -> find(handle, id)) // the id is another contact's
          .orElseThrow();
    });
  }

  Optional<FlashEvaluation> of(ContactId contact) {
    return database.with(handle -> of(handle, contact));
  }

  private static Optional<FlashEvaluation> of(Handle handle, ContactId contact) {
    return handle
        .createQuery(SQL.statement("find_of_contact"))
        .bind("contactId", contact.value())
        .map((row, context) -> evaluation(row))
        .findOne();
  }

  Optional<FlashEvaluation> find(EvaluationId id) {
    return database.with(handle -> find(handle, id));
  }

  private static Optional<FlashEvaluation> find(Handle handle, EvaluationId id) {
    return handle
        .createQuery(SQL.statement("find_evaluation"))
        .bind("evaluationId", id.value())
        .map((row, context) -> evaluation(row))
        .findOne();
  }

  List<FlashEvaluation> toDo() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_to_do"))
            .bind("most", SHOWN_MAX)
            .map((row, context) -> evaluation(row))
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

  /** False when somebody changed it in between, or when it is done. */
  boolean give(EvaluationId id, int version, @Nullable AgentId owner, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean given =
          handle
                  .createUpdate(SQL.statement("give_evaluation"))
                  .bind("evaluationId", id.value())
                  .bind("version", version)
                  .bind("owner", owner == null ? null : owner.value())
                  .execute()
              == 1;
      if (given) {
        audit.append(handle, event);
      }
      return given;
    });
  }

  /** False when somebody changed it in between, or when it is done. */
  boolean save(
      EvaluationId id, int version, FlashAnswers answers, boolean isDone, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean saved =
          handle
                  .createUpdate(SQL.statement("save_evaluation"))
                  .bind("evaluationId", id.value())
                  .bind("version", version)
                  .bind("situation", answers.situation())
                  .bind("lastNight", answers.lastNight())
                  .bind("sinceWhen", answers.sinceWhen())
                  .bindArray(
                      "reasons", String.class, answers.reasons().stream().map(Enum::name).toList())
                  .bind("resources", answers.resources())
                  .bind("healthNow", answers.healthNow())
                  .bind("safetyNow", answers.safetyNow())
                  .bind("network", answers.network())
                  .bind("elsewhere", answers.elsewhere())
                  .bind("readBack", answers.readBack())
                  .bind("isDone", isDone)
                  .bind("at", event.at())
                  .bind("by", event.actor())
                  .execute()
              == 1;
      if (saved) {
        audit.append(handle, event);
      }
      return saved;
    });
  }

  FlashFigure within(Instant from, Instant until) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("count_within"))
            .bind("from", from)
            .bind("until", until)
            .map((row, context) ->
                new FlashFigure(row.getLong("in_time"), row.getLong("due"), row.getLong("open")))
            .one());
  }

  private static FlashEvaluation evaluation(ResultSet row) throws SQLException {
    return new FlashEvaluation(
        new EvaluationId(row.getObject("evaluation_id", UUID.class)),
        new ContactId(row.getObject("contact_id", UUID.class)),
        row.getString("person_code"),
        row.getInt("version"),
        known(row, "opened_at"),
        new AgentId(row.getString("opened_by")),
        known(row, "due_at"),
        agent(row, "owner"),
        answers(row),
        instant(row, "done_at"),
        agent(row, "done_by"));
  }

  private static FlashAnswers answers(ResultSet row) throws SQLException {
    return new FlashAnswers(
        code(row, "situation", ResidentialSituation.class),
        code(row, "last_night", ResidentialSituation.class),
        code(row, "since_when", SinceWhen.class),
        Arrays.stream((String[]) row.getArray("reasons").getArray())
            .map(ReasonForStreet::valueOf)
            .toList(),
        code(row, "resources", Resources.class),
        code(row, "health_now", HealthNow.class),
        code(row, "safety_now", SafetyNow.class),
        row.getObject("network", Boolean.class),
        row.getObject("elsewhere", Boolean.class),
        row.getBoolean("read_back"));
  }

  private static <E extends Enum<E>> @Nullable E code(ResultSet row, String column, Class<E> codes)
      throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Enum.valueOf(codes, name);
  }

  private static @Nullable AgentId agent(ResultSet row, String column) throws SQLException {
    String agent = row.getString(column);
    return agent == null ? null : new AgentId(agent);
  }
}
