package org.hotline115.callflow.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.line.Line;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.line.LineStatus;
import org.hotline115.callflow.line.ReadLines;
import org.hotline115.callflow.queue.Presences;
import org.jspecify.annotations.Nullable;

/**
 * The figures of now. They are the report of the day so far, line by line, so that a wall and a
 * report of the same minute cannot say two things.
 */
public final class ReadWall {

  /** Where the rest of the wall comes from. */
  public record Around(ReadLines lines, Presences presences, ReadBoard board) {}

  private static final LineNow.Promised NOTHING_OWED = new LineNow.Promised(0, null, 0, Level.CALM);

  private final ReadReport reports;
  private final UsualDays usual;
  private final JdbcOwed owed;
  private final WallRules rules;
  private final Around around;

  ReadWall(ReadReport reports, UsualDays usual, JdbcOwed owed, WallRules rules, Around around) {
    this.reports = reports;
    this.usual = usual;
    this.owed = owed;
    this.rules = rules;
    this.around = around;
  }

  /**
   * What is now; places come from memory and carry their own age.
   *
   * @throws org.hotline115.callflow.store.RecordsAway when PostgreSQL does not answer
   */
  public Wall run() {
    Report today = reports.today(Breakdown.LINE);
    Instant now = today.computedAt();
    Map<String, CallFigures> figures =
        today.rows().stream().collect(Collectors.toMap(Report.Row::key, Report.Row::figures));
    UsualDays.Usual before = usual.until(now);
    Map<String, LineNow.Promised> promised = owed.byLine(now);
    List<LineNow> lines =
        around.lines().all().stream()
            .filter(status -> status.plan().line().kind() != LineKind.TEST)
            .map(status -> {
              String code = status.plan().line().code();
              return line(
                  status,
                  figures.getOrDefault(code, CallFigures.NONE),
                  promised.getOrDefault(code, NOTHING_OWED),
                  before.lines().get(code),
                  today);
            })
            .toList();
    return new Wall(
        now,
        lines,
        before.days(),
        Team.of(around.presences().all()),
        PlacesNow.of(around.board(), now));
  }

  private LineNow line(
      LineStatus status,
      CallFigures figures,
      LineNow.Promised promised,
      LineNow.@Nullable Today before,
      Report today) {
    Line line = status.plan().line();
    Double waits = figures.waits().longestNow();
    Duration longest = waits == null ? null : Duration.ofSeconds(waits.longValue());
    Double level = figures.indicator(IndicatorCode.SERVICE_LEVEL).value();
    long waiting = figures.outcomes().waiting();
    return new LineNow(
        line.code(),
        line.name(),
        status.open(),
        waiting,
        status.cap(),
        rules.ofWaiting(waiting, status.cap()),
        longest == null ? null : today.computedAt().minus(longest),
        rules.ofWait(longest),
        promised,
        level,
        rules.ofServiceLevel(level, today.settings().serviceLevelTarget()),
        LineNow.Today.of(figures.outcomes()),
        before);
  }
}
