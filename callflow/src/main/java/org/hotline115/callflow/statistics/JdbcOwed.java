package org.hotline115.callflow.statistics;

import static org.hotline115.callflow.store.Moments.known;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** The promises that are owed, counted by PostgreSQL. */
final class JdbcOwed {

  private static final SqlFile SQL = SqlFile.beside(JdbcOwed.class, "jdbc_owed.sql");

  private final Database database;
  private final WallRules rules;

  JdbcOwed(Database database, WallRules rules) {
    this.database = database;
    this.rules = rules;
  }

  /** By line; a line that owes nothing is not in it. */
  Map<String, LineNow.Promised> byLine(Instant now) {
    Map<String, LineNow.Promised> lines = new HashMap<>();
    database.with(handle ->
        handle
            .createQuery(SQL.statement("owed_by_line"))
            .bind("now", now.atOffset(ZoneOffset.UTC))
            .map((row, _) ->
                lines.put(
                    row.getString("line"),
                    new LineNow.Promised(
                        row.getLong("owed"),
                        known(row, "oldest"),
                        row.getLong("late"),
                        rules.ofPromises(row.getLong("late")))))
            .list());
    return lines;
  }
}
