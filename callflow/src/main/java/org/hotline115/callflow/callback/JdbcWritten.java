package org.hotline115.callflow.callback;

import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Who is answered in writing, in PostgreSQL. */
final class JdbcWritten {

  private static final SqlFile SQL = SqlFile.beside(JdbcWritten.class, "jdbc_written.sql");

  private final Database database;

  JdbcWritten(Database database) {
    this.database = database;
  }

  /** He writes with us now, or waits to be answered. */
  boolean isWriting(CallerKey caller) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("is_writing"))
            .bind("callerKey", caller.hex())
            .mapTo(Boolean.class)
            .one());
  }
}
