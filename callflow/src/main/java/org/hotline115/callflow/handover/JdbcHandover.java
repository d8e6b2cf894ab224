package org.hotline115.callflow.handover;

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
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The hand-over in PostgreSQL. Every write carries its audit row in the same transaction. */
final class JdbcHandover {

  private static final SqlFile SQL = SqlFile.beside(JdbcHandover.class, "jdbc_handover.sql");
  private static final int SHOWN_MAX = 200;

  private final Database database;
  private final Cipher cipher;
  private final JdbcAuditTrail audit;

  JdbcHandover(Database database, Cipher cipher, JdbcAuditTrail audit) {
    this.database = database;
    this.cipher = cipher;
    this.audit = audit;
  }

  Entry write(EntryId id, EntryKind kind, String words, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      boolean written =
          handle
                  .createUpdate(SQL.statement("write_entry"))
                  .bind("entryId", id.value())
                  .bind("kind", kind)
                  .bind("words", cipher.encrypt(words, context(id)))
                  .bind("by", by.value())
                  .bind("at", at)
                  .execute()
              == 1;
      Entry kept = find(handle, id).orElseThrow();
      if (written) {
        audit.append(handle, AuditEvent.of(at, by, "SHIFT_ENTRY_WRITTEN", "SHIFT_ENTRY", id));
      }
      return kept;
    });
  }

  Optional<Entry> read(EntryId id, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      boolean isNew =
          handle
                  .createUpdate(SQL.statement("read_entry"))
                  .bind("entryId", id.value())
                  .bind("by", by.value())
                  .bind("at", at)
                  .execute()
              == 1;
      Optional<Entry> entry = find(handle, id);
      if (isNew) {
        audit.append(handle, AuditEvent.of(at, by, "SHIFT_ENTRY_READ", "SHIFT_ENTRY", id));
      }
      return entry;
    });
  }

  private Optional<Entry> find(Handle handle, EntryId id) {
    return handle
        .createQuery(SQL.statement("find_entry"))
        .bind("entryId", id.value())
        .map((row, context) -> entry(row))
        .findOne();
  }

  Handover look(Instant since) {
    return database.with(handle ->
        new Handover(
            handle
                .createQuery(SQL.statement("list_entries"))
                .bind("since", since)
                .bind("most", SHOWN_MAX)
                .map((row, context) -> entry(row))
                .list(),
            handle
                .createQuery(SQL.statement("list_tasks"))
                .bind("since", since)
                .bind("most", SHOWN_MAX)
                .map((row, context) -> task(row))
                .list()));
  }

  List<Colleague> colleagues() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_colleagues"))
            .map((row, context) ->
                new Colleague(new AgentId(row.getString("agent")), row.getString("display_name")))
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

  Task ask(KeepTasks.Wish wish, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      AgentId owner = wish.owner();
      boolean isNew =
          handle
                  .createUpdate(SQL.statement("add_task"))
                  .bind("taskId", wish.taskId().value())
                  .bind("words", cipher.encrypt(wish.words(), context(wish.taskId())))
                  .bind("owner", owner == null ? null : owner.value())
                  .bind("dueAt", wish.dueAt())
                  .bind("by", by.value())
                  .bind("at", at)
                  .execute()
              == 1;
      Task kept = find(handle, wish.taskId()).orElseThrow();
      if (isNew) {
        audit.append(handle, event(wish.taskId(), "SHIFT_TASK_ASKED", by, at));
      }
      return kept;
    });
  }

  /** False when somebody changed it in between, or when it is done. */
  boolean give(TaskId id, int version, @Nullable AgentId owner, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      boolean given =
          handle
                  .createUpdate(SQL.statement("give_task"))
                  .bind("taskId", id.value())
                  .bind("version", version)
                  .bind("owner", owner == null ? null : owner.value())
                  .execute()
              == 1;
      if (given) {
        audit.append(handle, event(id, "SHIFT_TASK_GIVEN", by, at));
      }
      return given;
    });
  }

  boolean done(TaskId id, int version, boolean isDone, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      boolean changed =
          handle
                  .createUpdate(SQL.statement("do_task"))
                  .bind("taskId", id.value())
                  .bind("version", version)
                  .bind("isDone", isDone)
                  .bind("by", by.value())
                  .bind("at", at)
                  .execute()
              == 1;
      if (changed) {
        audit.append(handle, event(id, isDone ? "SHIFT_TASK_DONE" : "SHIFT_TASK_REOPENED", by, at));
      }
      return changed;
    });
  }

  Optional<Task> find(TaskId id) {
    return database.with(handle -> find(handle, id));
  }

  private Optional<Task> find(Handle handle, TaskId id) {
    return handle
        .createQuery(SQL.statement("find_task"))
        .bind("taskId", id.value())
        .map((row, context) -> task(row))
        .findOne();
  }

  private static AuditEvent event(TaskId id, String action, AgentId by, Instant at) {
    return AuditEvent.of(at, by, action, "SHIFT_TASK", id);
  }

  private Entry entry(ResultSet row) throws SQLException {
    EntryId id = new EntryId(row.getObject("entry_id", UUID.class));
    return new Entry(
        id,
        EntryKind.valueOf(row.getString("kind")),
        cipher.decrypt(row.getBytes("words"), context(id)),
        new AgentId(row.getString("written_by")),
        known(row, "written_at"),
        Arrays.stream((String[]) row.getArray("read_by").getArray()).map(AgentId::new).toList());
  }

  private Task task(ResultSet row) throws SQLException {
    TaskId id = new TaskId(row.getObject("task_id", UUID.class));
    return new Task(
        id,
        cipher.decrypt(row.getBytes("words"), context(id)),
        agent(row, "owner"),
        instant(row, "due_at"),
        new AgentId(row.getString("created_by")),
        known(row, "created_at"),
        row.getInt("version"),
        agent(row, "done_by"),
        instant(row, "done_at"));
  }

  private static @Nullable AgentId agent(ResultSet row, String column) throws SQLException {
    String agent = row.getString(column);
    return agent == null ? null : new AgentId(agent);
  }

  private static String context(Object id) {
    return "handover.words." + id;
  }
}
