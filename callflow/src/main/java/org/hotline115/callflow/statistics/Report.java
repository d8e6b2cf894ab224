package org.hotline115.callflow.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a period, with what one must know to count them again.
 *
 * @param line null: all lines, those for tests left out
 * @param computedAt when the rows were read
 */
public record Report(
    Period period,
    @Nullable String line,
    Breakdown by,
    StatisticsSettings settings,
    Instant computedAt,
    CallFigures whole,
    List<Row> rows) {

  /**
   * A part of the whole.
   *
   * @param key the code of the language or the line ("" when none is known), or the number of the
   *     hour or day, from 1
   * @param from when an hour or a day begins
   */
  public record Row(String key, @Nullable Instant from, CallFigures figures) {}

  /** True when every call of the whole and of each row has exactly one word. */
  public boolean isWhole() {
    return whole.isWhole() && rows.stream().allMatch(row -> row.figures().isWhole());
  }
}
