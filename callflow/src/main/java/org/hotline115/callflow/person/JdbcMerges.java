package org.hotline115.callflow.person;

import static org.hotline115.callflow.store.Moments.known;

import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * Merges in PostgreSQL. Both persons are locked, in the order of their ids, and both must be the
 * root of their file: so a merge goes from root to root, and no circle can come about.
 */
final class JdbcMerges {

  private static final SqlFile SQL = SqlFile.beside(JdbcMerges.class, "jdbc_merges.sql");

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcMerges(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  /** What became of a merge. */
  enum Outcome {
    DONE,
    NO_SUCH_PERSON,
    /** The two are read in one file already, or one of them in a third one's. */
    NOT_TWO_FILES,
    /** The id is another merge's. */
    OTHER_MERGE
  }

  Outcome merge(MergeId id, PersonId into, PersonId other, AuditEvent event) {
    return database.inTransaction(handle -> {
      int found =
          handle
              .createQuery(SQL.statement("lock_both"))
              .bind("one", into.value())
              .bind("other", other.value())
              .mapTo(UUID.class)
              .list()
              .size();
      List<Boolean> known =
          handle
              .createQuery(SQL.statement("is_this_merge"))
              .bind("mergeId", id.value())
              .bind("into", into.value())
              .bind("other", other.value())
              .mapTo(Boolean.class)
              .list();
      if (!known.isEmpty()) {
        return known.getFirst() ? Outcome.DONE : Outcome.OTHER_MERGE;
      }
      if (found < 2) {
        return into.equals(other) ? Outcome.NOT_TWO_FILES : Outcome.NO_SUCH_PERSON;
      }
      if (!areRoots(handle, into, other)) {
        return Outcome.NOT_TWO_FILES;
      }
      handle
          .createUpdate(SQL.statement("add_merge"))
          .bind("mergeId", id.value())
          .bind("into", into.value())
          .bind("other", other.value())
          .bind("at", event.at())
          .bind("by", event.actor())
          .execute();
      audit.append(handle, event);
      return Outcome.DONE;
    });
  }

  private static boolean areRoots(Handle handle, PersonId one, PersonId other) {
    return handle
        .createQuery(SQL.statement("are_roots"))
        .bind("one", one.value())
        .bind("other", other.value())
        .mapTo(Boolean.class)
        .one();
  }

  /** False when this file has no such merge. */
  boolean undo(MergeId id, PersonId into, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean undone =
          handle
                  .createUpdate(SQL.statement("undo_merge"))
                  .bind("mergeId", id.value())
                  .bind("into", into.value())
                  .bind("at", event.at())
                  .bind("by", event.actor())
                  .execute()
              == 1;
      if (undone) {
        audit.append(handle, event);
      }
      return undone
          || handle
              .createQuery(SQL.statement("is_undone"))
              .bind("mergeId", id.value())
              .bind("into", into.value())
              .mapTo(Boolean.class)
              .one();
    });
  }

  List<Merge> into(PersonId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_merges"))
            .bind("personId", id.value())
            .map((row, context) ->
                new Merge(
                    new MergeId(row.getObject("merge_id", UUID.class)),
                    new PersonId(row.getObject("person_id", UUID.class)),
                    new FileCode(row.getString("code")),
                    known(row, "merged_at"),
                    new AgentId(row.getString("merged_by"))))
            .list());
  }
}
