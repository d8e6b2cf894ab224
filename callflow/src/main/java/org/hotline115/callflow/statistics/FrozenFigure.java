package org.hotline115.callflow.statistics;

import org.jspecify.annotations.Nullable;

/**
 * A figure as it was published.
 *
 * @param line the code of a line; "" for all together
 * @param formula the version of its formula
 * @param value null where there was nothing to divide by
 */
public record FrozenFigure(
    String line, String code, int formula, @Nullable Double value, long used, long excluded) {

  static FrozenFigure of(String line, Indicator indicator) {
    return new FrozenFigure(
        line,
        indicator.code().code(),
        indicator.code().version(),
        indicator.value(),
        indicator.used(),
        indicator.excluded());
  }
}
