package org.hotline115.gateway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.statistics.Breakdown;
import org.hotline115.callflow.statistics.CallFigures;
import org.hotline115.callflow.statistics.Exclusion;
import org.hotline115.callflow.statistics.Indicator;
import org.hotline115.callflow.statistics.Outcomes;
import org.hotline115.callflow.statistics.Report;
import org.hotline115.callflow.statistics.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A report as a page reads it. {@code whole}: every call has exactly one outcome, in every row;
 * else the figures must not be believed.
 */
record ReportView(
    LocalDate first,
    LocalDate last,
    Instant from,
    Instant until,
    String zone,
    @Nullable String line,
    Breakdown by,
    Instant computedAt,
    long serviceLevelSeconds,
    double serviceLevelTarget,
    long shortAbandonSeconds,
    boolean whole,
    Outcomes outcomes,
    CallFigures.LeftOut leftOut,
    List<IndicatorView> indicators,
    List<RowView> rows) {

  /** One figure, and all that one must know to count it again. */
  record IndicatorView(
      String code,
      Unit unit,
      String formula,
      int version,
      @Nullable Double value,
      long used,
      long excluded,
      Exclusion excludes) {

    static IndicatorView of(Indicator indicator) {
      return new IndicatorView(
          indicator.code().code(),
          indicator.code().unit(),
          indicator.code().formula(),
          indicator.code().version(),
          indicator.value(),
          indicator.used(),
          indicator.excluded(),
          indicator.code().excludes());
    }
  }

  /** A part of the whole: its values by the indicator's code. */
  record RowView(
      String key, @Nullable Instant from, Map<String, @Nullable Double> values, Outcomes outcomes) {

    static RowView of(Report.Row row) {
      Map<String, @Nullable Double> values = new LinkedHashMap<>();
      row.figures()
          .indicators()
          .forEach(indicator -> values.put(indicator.code().code(), indicator.value()));
      return new RowView(row.key(), row.from(), values, row.figures().outcomes());
    }
  }

  static ReportView of(Report report) {
    return new ReportView(
        report.period().first(),
        report.period().last(),
        report.period().from(),
        report.period().until(),
        report.period().zone().getId(),
        report.line(),
        report.by(),
        report.computedAt(),
        report.settings().serviceLevel().toSeconds(),
        report.settings().serviceLevelTarget(),
        report.settings().shortAbandon().toSeconds(),
        report.isWhole(),
        report.whole().outcomes(),
        report.whole().leftOut(),
        report.whole().indicators().stream().map(IndicatorView::of).toList(),
        report.rows().stream().map(RowView::of).toList());
  }
}
