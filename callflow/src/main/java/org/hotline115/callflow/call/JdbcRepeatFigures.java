package org.hotline115.callflow.call;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Repeat callers as one line of figures, counted by PostgreSQL. */
public final class JdbcRepeatFigures {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcRepeatFigures.class, "jdbc_repeat_figures.sql");

  private final Database database;
  private final InstantSource clock;
  private final ZoneId zone;

  public JdbcRepeatFigures(Database database, InstantSource clock, ZoneId zone) {
    this.database = database;
    this.clock = clock;
    this.zone = zone;
  }

  /** Of the day so far, from midnight on the wall. */
  public RepeatFigures today() {
    Instant now = clock.instant();
    return between(LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant(), now);
  }

  /**
   * Of the calls received from then on and before the end.
   *
   * @throws org.hotline115.callflow.store.RecordsAway when PostgreSQL does not answer
   */
  public RepeatFigures between(Instant from, Instant until) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("repeat_figures"))
            .bind("from", from)
            .bind("until", until)
            .map((row, context) ->
                new RepeatFigures(
                    row.getLong("received"),
                    row.getLong("with_key"),
                    row.getLong("callers"),
                    row.getLong("joined"),
                    row.getLong("most_of_one")))
            .one());
  }
}
