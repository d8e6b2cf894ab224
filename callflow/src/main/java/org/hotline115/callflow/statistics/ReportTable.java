package org.hotline115.callflow.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report as lines for a spreadsheet: one for each figure of the whole and of each row, with all
 * that one must know to count it again, so that a line alone is still true.
 */
public final class ReportTable {

  public static final List<String> COLUMNS =
      List.of(
          "from",
          "until",
          "zone",
          "line",
          "by",
          "row",
          "row_from",
          "code",
          "unit",
          "formula",
          "version",
          "value",
          "rows_used",
          "rows_excluded",
          "excluded_are",
          "computed_at");

  /** Digits that say something: a share of ten thousand calls has no more. */
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

  private ReportTable() {}

  public static List<List<String>> rows(Report report) {
    List<List<String>> lines = new ArrayList<>();
    report.whole().indicators().forEach(figure -> lines.add(line(report, "", null, figure)));
    for (Report.Row row : report.rows()) {
      row.figures()
          .indicators()
          .forEach(figure -> lines.add(line(report, row.key(), row.from(), figure)));
    }
    return lines;
  }

  private static List<String> line(
      Report report, String row, @Nullable Instant rowFrom, Indicator figure) {
    Period period = report.period();
    String line = report.line();
    return List.of(
        period.from().atZone(period.zone()).toOffsetDateTime().toString(),
        period.until().atZone(period.zone()).toOffsetDateTime().toString(),
        period.zone().getId(),
        line == null ? "" : line,
        report.by().name(),
        row,
        rowFrom == null ? "" : rowFrom.atZone(period.zone()).toOffsetDateTime().toString(),
        figure.code().code(),
        figure.code().unit().name(),
        figure.code().formula(),
        Integer.toString(figure.code().version()),
        number(figure.value()),
        Long.toString(figure.used()),
        Long.toString(figure.excluded()),
        figure.code().excludes().name(),
        report.computedAt().toString());
  }

  /** With a comma, as a spreadsheet of this country reads it; empty where there is none. */
  static String number(@Nullable Double value) {
    return value == null
        ? ""
        : new BigDecimal(value)
            .round(DIGITS)
            .stripTrailingZeros()
            .toPlainString()
            .replace('.', ',');
  }
}
