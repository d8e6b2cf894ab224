package org.hotline115.callflow.statistics;

import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the figures of a month as they are published, and says later what the rows give otherwise.
 * Freezing again what has not changed is no new version.
 */
public final class FreezeMonth {

  /** What was published, and what differs from it now. */
  public record Recomputed(FrozenMonth frozen, List<Difference> differences) {}

  private final ReadReport reports;
  private final JdbcFrozenMonths months;
  private final InstantSource clock;
  private final ZoneId zone;

  FreezeMonth(ReadReport reports, JdbcFrozenMonths months, InstantSource clock, ZoneId zone) {
    this.reports = reports;
    this.months = months;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Keeps it, as the next version.
   *
   * @param by who wishes it
   * @param reason why, or why again
   */
  public FreezeResult freeze(YearMonth month, String by, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Period period = Period.month(month, zone);
    if (now.isBefore(period.until())) {
      return new FreezeResult.NotOver();
    }
    Report report = report(period);
    if (!report.isWhole()) {
      return new FreezeResult.NotWhole(report.whole().outcomes().difference());
    }
    List<FrozenFigure> figures = figures(report);
    Optional<FrozenMonth> last = months.last(month);
    if (last.isPresent() && differences(last.get().figures(), figures).isEmpty()) {
      return new FreezeResult.Unchanged(last.get());
    }
    FrozenMonth next =
        new FrozenMonth(
            month, last.map(FrozenMonth::version).orElse(0) + 1, now, by, reason, figures);
    return months.keep(next, zone, report.settings())
        ? new FreezeResult.Frozen(next)
        : new FreezeResult.FrozenMeanwhile();
  }

  /** Counts the month again from the rows; nothing when it was never frozen. */
  public Optional<Recomputed> recompute(YearMonth month) {
    return months
        .last(month)
        .map(frozen ->
            new Recomputed(
                frozen, differences(frozen.figures(), figures(report(Period.month(month, zone))))));
  }

  private Report report(Period period) {
    return reports.run(period, null, Breakdown.LINE);
  }

  private static List<FrozenFigure> figures(Report report) {
    List<FrozenFigure> figures = new ArrayList<>();
    report.whole().indicators().forEach(figure -> figures.add(FrozenFigure.of("", figure)));
    for (Report.Row line : report.rows()) {
      // A call that reached no line is in the whole; a row of its own would take the whole's name.
      if (!line.key().isEmpty()) {
        line.figures()
            .indicators()
            .forEach(figure -> figures.add(FrozenFigure.of(line.key(), figure)));
      }
    }
    return figures;
  }

  private static List<Difference> differences(List<FrozenFigure> frozen, List<FrozenFigure> now) {
    Map<List<String>, FrozenFigure> counted = byName(now);
    List<Difference> differences = new ArrayList<>();
    byName(frozen)
        .forEach((name, figure) -> {
          FrozenFigure again = counted.remove(name);
          if (!figure.equals(again)) {
            differences.add(new Difference(figure, again));
          }
        });
    counted.values().forEach(figure -> differences.add(new Difference(null, figure)));
    return differences;
  }

  private static Map<List<String>, FrozenFigure> byName(List<FrozenFigure> figures) {
    Map<List<String>, FrozenFigure> named = new LinkedHashMap<>();
    figures.forEach(figure -> named.put(List.of(figure.line(), figure.code()), figure));
    return named;
  }
}
