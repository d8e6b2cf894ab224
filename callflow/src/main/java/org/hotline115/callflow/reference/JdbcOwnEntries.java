package org.hotline115.callflow.reference;

import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** What a feature asks before it records an entry of the house, in its own transaction. */
public final class JdbcOwnEntries {

  private static final SqlFile SQL = SqlFile.beside(JdbcOwnEntries.class, "jdbc_own_entries.sql");

  private JdbcOwnEntries() {}

  /** True when forms offer it below this very code; it is not deleted before the commit. */
  public static boolean isOffered(Handle handle, ReferenceList list, String parent, OwnCode code) {
    return handle
        .createQuery(SQL.statement("lock_offered"))
        .bind("list", list.name())
        .bind("parent", parent)
        .bind("code", code.value())
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }
}
