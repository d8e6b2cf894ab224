package org.hotline115.callflow.statistics;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hotline115.callflow.statistics.JdbcCallFigures.Sums;
import org.jspecify.annotations.Nullable;

/** The figures of a period, of one line or of all, whole and cut into rows. */
public final class ReadReport {

  private final JdbcCallFigures figures;
  private final StatisticsSettings settings;
  private final InstantSource clock;
  private final ZoneId zone;

  ReadReport(
      JdbcCallFigures figures, StatisticsSettings settings, InstantSource clock, ZoneId zone) {
    this.figures = figures;
    this.settings = settings;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A period that is not over is reported until now.
   *
   * @param line null: all lines, those for tests left out
   * @throws org.hotline115.callflow.store.RecordsAway when PostgreSQL does not answer
   */
  public Report run(Period period, @Nullable String line, Breakdown by) {
    Instant now = clock.instant();
    Period past = period.until(now);
    List<Instant> starts = starts(past, by);
    Sums sums = figures.sums(past, line, by, starts, now);
    return new Report(past, line, by, settings, now, sums.whole(), rows(sums, starts, by));
  }

  /** Of the day so far, from midnight on the wall, all lines together. */
  public CallFigures today() {
    return today(Breakdown.NONE).whole();
  }

  Report today(Breakdown by) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), zone);
    return run(Period.of(Span.DAY, day, zone), null, by);
  }

  private static List<Instant> starts(Period period, Breakdown by) {
    return switch (by) {
      case HOUR -> period.hours();
      case DAY ->
          period.days().stream()
              .filter(day -> day.isBefore(period.until()))
              .map(day -> day.isBefore(period.from()) ? period.from() : day)
              .toList();
      case NONE, LANGUAGE, LINE -> List.of();
    };
  }

  /** Hours and days in which nobody rang are rows too. */
  private static List<Report.Row> rows(Sums sums, List<Instant> starts, Breakdown by) {
    return switch (by) {
      case NONE -> List.of();
      case HOUR, DAY ->
          IntStream.rangeClosed(1, starts.size())
              .mapToObj(number -> {
                String key = Integer.toString(number);
                return new Report.Row(
                    key,
                    starts.get(number - 1),
                    sums.buckets().getOrDefault(key, CallFigures.NONE));
              })
              .toList();
      case LANGUAGE, LINE ->
          sums.buckets().entrySet().stream()
              .map(bucket -> new Report.Row(bucket.getKey(), null, bucket.getValue()))
              .sorted(Comparator.comparing(Report.Row::key))
              .toList();
    };
  }
}
