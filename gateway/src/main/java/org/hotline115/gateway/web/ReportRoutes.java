package org.hotline115.gateway.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.line.ReadLines;
import org.hotline115.callflow.statistics.Breakdown;
import org.hotline115.callflow.statistics.Period;
import org.hotline115.callflow.statistics.ReadReport;
import org.hotline115.callflow.statistics.Report;
import org.hotline115.callflow.statistics.ReportTable;
import org.hotline115.callflow.statistics.Span;
import org.hotline115.callflow.store.CsvFile;
import org.jspecify.annotations.Nullable;

/** The indicators of a period: on a page, and as a file. */
public final class ReportRoutes implements Routes {

  private static final int HOURS = 24;

  private final ReadReport reports;
  private final ReadLines lines;
  private final ZoneId zone;
  private final InstantSource clock;

  public ReportRoutes(ReadReport reports, ReadLines lines, ZoneId zone, InstantSource clock) {
    this.reports = reports;
    this.lines = lines;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/reports", request -> Answer.ok(ReportView.of(report(request))));
    api.get("/api/reports/export", request -> Answer.ok(file(report(request))));
  }

  private Report report(ApiRequest request) {
    Fields query = request.queryFields();
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Span span = query.optionalCode("span", Span.class).orElse(Span.DAY);
    LocalDate day = new DayFields(query, today).optionalDay("day").orElse(today);
    OptionalInt from = query.optionalNumberText("fromHour", 0, HOURS - 1);
    OptionalInt until = query.optionalNumberText("untilHour", 1, HOURS);
    Breakdown by = query.optionalCode("by", Breakdown.class).orElse(Breakdown.NONE);
    String line = query.optionalText("line", 32).map(this::known).orElse(null);
    query.nothingElse();
    return reports.run(period(span, day, from, until), line, by);
  }

  private Period period(Span span, LocalDate day, OptionalInt from, OptionalInt until) {
    if (from.isEmpty() && until.isEmpty()) {
      return Period.of(span, day, zone);
    }
    if (span != Span.DAY) {
      throw Problem.field("INVALID_VALUE", "span", "hours are of one day").refused();
    }
    try {
      return Period.hours(day, from.orElse(0), until.orElse(HOURS), zone);
    } catch (IllegalArgumentException none) {
      throw Problem.field("OUT_OF_RANGE", "untilHour", "these hours are none on that day")
          .refused();
    }
  }

  /** A line for tests has no figures. */
  private String known(String line) {
    boolean isCounted =
        lines.of(line).filter(status -> status.plan().line().kind() != LineKind.TEST).isPresent();
    if (!isCounted) {
      throw Problem.field("INVALID_VALUE", "line", "there is no such line").refused();
    }
    return line;
  }

  private static Download file(Report report) {
    @Nullable String line = report.line();
    return new Download(
        CsvFile.forSpreadsheets(ReportTable.COLUMNS, ReportTable.rows(report)),
        "text/csv; charset=utf-8",
        "115-%s-%s%s.csv"
            .formatted(
                report.period().first(), report.period().last(), line == null ? "" : "-" + line));
  }
}
