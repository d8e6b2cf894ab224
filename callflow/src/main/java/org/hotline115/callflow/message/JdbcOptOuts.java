package org.hotline115.callflow.message;

import java.time.Instant;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Who wants no more texts, in PostgreSQL: nothing but the key of the number is kept. */
final class JdbcOptOuts {

  private static final SqlFile SQL = SqlFile.beside(JdbcOptOuts.class, "jdbc_opt_outs.sql");

  private final Database database;

  JdbcOptOuts(Database database) {
    this.database = database;
  }

  /** The person asked the provider for no more texts. */
  boolean isOptedOut(Recipient recipient) {
    return database.with(handle -> isOptedOut(handle, recipient));
  }

  boolean isOptedOut(Handle handle, Recipient recipient) {
    return handle
        .createQuery(SQL.statement("is_opted_out"))
        .bind("recipientKey", recipient.key().hex())
        .mapTo(Boolean.class)
        .one();
  }

  void note(MessageId id, Instant at) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("note_opt_out"))
            .bind("messageId", id.value())
            .bind("at", at)
            .execute());
  }
}
