package org.hotline115.callflow.statistics;

import org.jspecify.annotations.Nullable;

/**
 * One figure with what it stands on.
 *
 * @param value null where there is nothing to divide by or to look at, never 0 instead
 * @param used rows behind it: the denominator of a share
 * @param excluded rows of the same kind that were left out; why: {@link IndicatorCode#excludes}
 */
public record Indicator(IndicatorCode code, @Nullable Double value, long used, long excluded) {

  static Indicator count(IndicatorCode code, long counted, long excluded) {
    return new Indicator(code, (double) counted, counted, excluded);
  }

  /** {@code counted / among}: a share, or an average of seconds. */
  static Indicator ratio(IndicatorCode code, long counted, long among, long excluded) {
    return new Indicator(code, among == 0 ? null : (double) counted / among, among, excluded);
  }
}
