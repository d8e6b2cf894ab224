package org.hotline115.callflow.request;

import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** How far tonight's requests are, for who rings again. Nothing where it could be another's. */
final class JdbcProgress {

  private static final SqlFile SQL = SqlFile.beside(JdbcProgress.class, "jdbc_progress.sql");

  private final Database database;

  JdbcProgress(Database database) {
    this.database = database;
  }

  Optional<RequestProgress> ofCaller(CallerKey caller, NightOf night) {
    return only("progress_of_caller", "callerKey", caller.hex(), night);
  }

  /** Codes that are keyed alike may be several: then only what holds for all of them. */
  Optional<RequestProgress> ofKeyedCode(String digits, NightOf night) {
    return only("progress_of_keyed_code", "digits", digits, night);
  }

  private Optional<RequestProgress> only(
      String statement, String name, String value, NightOf night) {
    List<RequestProgress> found =
        database.with(handle ->
            handle
                .createQuery(SQL.statement(statement))
                .bind(name, value)
                .bind("nightOf", night.date())
                .mapTo(RequestProgress.class)
                .list());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }
}
