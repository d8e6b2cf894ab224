package org.hotline115.callflow.statistics;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * A month as it was published. A correction is another version; the ones before it stay.
 *
 * @param reason why it was frozen, or why again
 */
public record FrozenMonth(
    YearMonth month,
    int version,
    Instant frozenAt,
    String frozenBy,
    String reason,
    List<FrozenFigure> figures) {

  public static final int REASON_MAX = 200;

  public FrozenMonth {
    figures = List.copyOf(figures);
  }
}
