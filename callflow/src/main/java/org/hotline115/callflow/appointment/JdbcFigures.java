package org.hotline115.callflow.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalDouble;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** The indicators of appointments, counted by PostgreSQL at one moment. */
final class JdbcFigures {

  private static final SqlFile SQL = SqlFile.beside(JdbcFigures.class, "jdbc_figures.sql");

  private final Database database;

  JdbcFigures(Database database) {
    this.database = database;
  }

  private record Counted(
      Rate noShow,
      Rate unknownPast,
      Rate excused,
      Rate excusedEarly,
      Rate slotRecovery,
      Rate walkIn,
      OptionalDouble leadDays,
      Rate missedReminded,
      Rate missedUnreminded) {}

  private record Texts(Rate delivered, Rate answered, Rate refused) {}

  AppointmentFigures count(Instant from, Instant until, Instant now) {
    return database.inTransaction(handle -> {
      Counted counted = appointments(handle, from, until, now);
      Texts texts = texts(handle, from, until, now);
      return new AppointmentFigures(
          counted.noShow(),
          counted.unknownPast(),
          counted.excused(),
          counted.excusedEarly(),
          counted.slotRecovery(),
          counted.walkIn(),
          texts.delivered(),
          texts.answered(),
          texts.refused(),
          counted.leadDays(),
          counted.missedReminded(),
          counted.missedUnreminded());
    });
  }

  private static Counted appointments(Handle handle, Instant from, Instant until, Instant now) {
    return handle
        .createQuery(SQL.statement("count_appointments"))
        .bind("from", from)
        .bind("until", until)
        .bind("now", now)
        .map((row, context) -> counted(row))
        .one();
  }

  private static Counted counted(ResultSet row) throws SQLException {
    long seen = row.getLong("seen");
    long missed = row.getLong("missed");
    long excused = row.getLong("excused");
    long walkIns = row.getLong("walk_ins");
    double lead = row.getDouble("lead_days");
    OptionalDouble leadDays = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(lead);
    return new Counted(
        new Rate(missed, seen + missed),
        new Rate(row.getLong("unknown_past"), row.getLong("past")),
        new Rate(excused, seen + missed + excused),
        new Rate(row.getLong("excused_early"), excused),
        new Rate(row.getLong("recovered"), row.getLong("cancelled")),
        new Rate(walkIns, walkIns + seen),
        leadDays,
        missed(row, "reminded"),
        missed(row, "unreminded"));
  }

  private static Rate missed(ResultSet row, String whose) throws SQLException {
    long missed = row.getLong(whose + "_missed");
    return new Rate(missed, missed + row.getLong(whose + "_seen"));
  }

  private static Texts texts(Handle handle, Instant from, Instant until, Instant now) {
    return handle
        .createQuery(SQL.statement("count_texts"))
        .bind("from", from)
        .bind("until", until)
        .bind("now", now)
        .map((row, context) ->
            new Texts(
                new Rate(row.getLong("delivered"), row.getLong("judged")),
                new Rate(row.getLong("answered"), row.getLong("asked")),
                new Rate(row.getLong("refused"), row.getLong("recipients"))))
        .one();
  }
}
