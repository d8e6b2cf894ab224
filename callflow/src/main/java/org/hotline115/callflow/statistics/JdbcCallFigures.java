package org.hotline115.callflow.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jspecify.annotations.Nullable;

/** Calls summed up by PostgreSQL, all sums in one statement and so at one moment. */
final class JdbcCallFigures {

  private static final SqlFile SQL = SqlFile.beside(JdbcCallFigures.class, "jdbc_call_figures.sql");

  /** The key of the whole; a bucket's begins with {@link #OF_BUCKET}. */
  private static final String WHOLE = "*";

  private static final String OF_BUCKET = "=";

  private final Database database;
  private final Set<String> testLines;
  private final Duration serviceLevel;

  /**
   * The sums of a period.
   *
   * @param buckets by their name; of a cut by time: 1, 2, ...
   */
  record Sums(CallFigures whole, Map<String, CallFigures> buckets) {}

  JdbcCallFigures(Database database, Set<String> testLines, Duration serviceLevel) {
    this.database = database;
    this.testLines = testLines;
    this.serviceLevel = serviceLevel;
  }

  /** {@code starts}: when the buckets begin, of a cut by time. */
  Sums sums(
      Period period, @Nullable String line, Breakdown by, List<Instant> starts, Instant asOf) {
    Map<String, CallFigures> buckets = new HashMap<>();
    database
        .with(handle ->
            handle
                .createQuery(SQL.statement("call_figures"))
                .bind("from", period.from().atOffset(ZoneOffset.UTC))
                .bind("until", period.until().atOffset(ZoneOffset.UTC))
                .bind("dayFrom", period.days().getFirst().atOffset(ZoneOffset.UTC))
                .bind("dayUntil", period.lastMidnight().atOffset(ZoneOffset.UTC))
                .bindArray("days", String.class, texts(period.days()))
                .bindArray(
                    "buckets", String.class, texts(starts.isEmpty() ? period.days() : starts))
                .bind("by", starts.isEmpty() ? by.name() : "TIME")
                .bindBySqlType("line", line, Types.VARCHAR)
                .bindArray("testLines", String.class, List.copyOf(testLines))
                .bind("serviceLevel", serviceLevel.toSeconds())
                .bind("asOf", asOf.atOffset(ZoneOffset.UTC))
                .map((row, _) -> Map.entry(row.getString("key"), figures(row)))
                .list())
        .forEach(row -> buckets.put(row.getKey(), row.getValue()));
    CallFigures whole = buckets.getOrDefault(WHOLE, CallFigures.NONE);
    buckets.remove(WHOLE);
    Map<String, CallFigures> named = new HashMap<>();
    buckets.forEach((key, figures) -> named.put(key.substring(OF_BUCKET.length()), figures));
    return new Sums(whole, named);
  }

  private static List<String> texts(List<Instant> moments) {
    return moments.stream().map(Instant::toString).toList();
  }

  private static CallFigures figures(ResultSet row) throws SQLException {
    return new CallFigures(
        outcomes(row),
        waits(row),
        new Callers(
            row.getLong("with_key"),
            row.getLong("callers"),
            row.getLong("joined"),
            row.getLong("most_of_one"),
            number(row, "attempts"),
            number(row, "seconds_to_reach")),
        new Promises(
            row.getLong("due"),
            row.getLong("reached"),
            row.getLong("on_time"),
            row.getLong("left_out"),
            row.getLong("served")),
        new Handling(
            row.getLong("answers_over"),
            row.getLong("talk"),
            row.getLong("wrap_up"),
            row.getLong("to_rescue"),
            row.getLong("with_contact")),
        new CallFigures.LeftOut(row.getLong("test"), row.getLong("in_menu")));
  }

  private static Outcomes outcomes(ResultSet row) throws SQLException {
    return new Outcomes(
        row.getLong("received"),
        row.getLong("blocked_full"),
        row.getLong("blocked_tech"),
        row.getLong("ivr_only"),
        row.getLong("handed_off"),
        row.getLong("answered"),
        row.getLong("abandoned_short"),
        row.getLong("abandoned"),
        row.getLong("left_for_callback"),
        row.getLong("timed_out"),
        row.getLong("exit_empty"),
        row.getLong("waiting"));
  }

  private static Waits waits(ResultSet row) throws SQLException {
    return new Waits(
        row.getLong("waits_known"),
        row.getLong("answered_wait"),
        row.getLong("within_level"),
        number(row, "median_wait"),
        number(row, "p90_wait"),
        row.getLong("abandon_waits_known"),
        row.getLong("abandon_wait"),
        number(row, "longest_wait"),
        number(row, "longest_now"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
