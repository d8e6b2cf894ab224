package org.hotline115.callflow.caller;

import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * Whether a telephone may show a text. One "no" of anybody who uses it is a no, because whoever
 * holds it reads it; nobody having said anything leaves the question to the agent.
 */
public final class JdbcNumberSafety {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcNumberSafety.class, "jdbc_number_safety.sql");

  public boolean mayText(Handle handle, CallerKey key) {
    return handle
        .createQuery(SQL.statement("may_text"))
        .bind("callerKey", key.hex())
        .mapTo(Boolean.class)
        .one();
  }
}
