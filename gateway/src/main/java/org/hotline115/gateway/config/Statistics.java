package org.hotline115.gateway.config;

import java.time.Duration;
import org.hotline115.callflow.statistics.StatisticsSettings;
import org.hotline115.callflow.statistics.WallRules;

/**
 * What the figures are set to. {@code serviceLevel}: who is answered within it was answered in
 * time; {@code serviceLevelTarget}: so many in a hundred should be. {@code longWait} and {@code
 * tooLongWait}: from when on the wall shows a wait in amber and in red.
 */
public record Statistics(
    @Default("120s") Duration serviceLevel,
    @Default("80") int serviceLevelTarget,
    @Default("10m") Duration longWait,
    @Default("30m") Duration tooLongWait) {

  private static final Duration SERVICE_LEVEL_MAX = Duration.ofHours(1);

  public Statistics {
    require(
        serviceLevel.isPositive() && serviceLevel.compareTo(SERVICE_LEVEL_MAX) <= 0,
        "serviceLevel must be from 1s to 1h");
    require(
        serviceLevelTarget >= 1 && serviceLevelTarget <= 100,
        "serviceLevelTarget must be from 1 to 100");
    require(longWait.isPositive(), "longWait must be 1s at least");
    require(tooLongWait.compareTo(longWait) >= 0, "tooLongWait must not be below longWait");
  }

  /** With the rule by which calls are short abandons. */
  public StatisticsSettings settings(Duration shortAbandon) {
    return new StatisticsSettings(serviceLevel, serviceLevelTarget / 100.0, shortAbandon);
  }

  public WallRules wall() {
    return new WallRules(longWait, tooLongWait);
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
