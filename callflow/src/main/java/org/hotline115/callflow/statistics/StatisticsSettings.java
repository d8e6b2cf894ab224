package org.hotline115.callflow.statistics;

import java.time.Duration;

/**
 * What the formulas are set to, printed on every report.
 *
 * @param serviceLevel {@code T}: who is answered within it was answered in time
 * @param serviceLevelTarget which share of the callers should be
 * @param shortAbandon who hangs up sooner after entering the queue never waited; the calls' own
 *     rule
 */
public record StatisticsSettings(
    Duration serviceLevel, double serviceLevelTarget, Duration shortAbandon) {

  public static final StatisticsSettings DEFAULTS =
      new StatisticsSettings(Duration.ofSeconds(120), 0.8, Duration.ofSeconds(10));
}
