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
    List<String> found =
        database.with(handle ->
            handle
                .createQuery(SQL.statement("progress_of_caller"))
                .bind("callerKey", caller.hex())
                .bind("nightOf", night.date())
                .mapTo(String.class)
                .list());
    return found.size() == 1
        ? Optional.of(RequestProgress.valueOf(found.getFirst()))
        : Optional.empty();
  }

  /** Codes that are keyed alike may be several: then only what holds for all of them. */
  Optional<RequestProgress> ofKeyedCode(String digits, NightOf night) {
    List<String> found =
        database.with(handle ->
            handle
                .createQuery(SQL.statement("progress_of_keyed_code"))
                .bind("digits", digits)
                .bind("nightOf", night.date())
                .mapTo(String.class)
                .list());
    return found.size() == 1
        ? Optional.of(RequestProgress.valueOf(found.getFirst()))
        : Optional.empty();
  }
}
