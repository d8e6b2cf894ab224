package org.hotline115.callflow.reference;

import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a feature asks before it records an entry of the house, in its own transaction. */
public final class JdbcOwnEntries {

  private static final SqlFile SQL = SqlFile.beside(JdbcOwnEntries.class, "jdbc_own_entries.sql");

  private JdbcOwnEntries() {}

  /**
   * True when forms offer it below this very code, or none was meant; it is not deleted before the
   * commit.
   */
  public static boolean mayStand(
      Handle handle, ReferenceList list, String parent, @Nullable OwnCode code) {
    return code == null || isOffered(handle, list, parent, code);
  }

  private static boolean isOffered(Handle handle, ReferenceList list, String parent, OwnCode code) {
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
