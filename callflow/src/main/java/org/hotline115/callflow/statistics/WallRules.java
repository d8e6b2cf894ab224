package org.hotline115.callflow.statistics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * From when on a figure of now calls for somebody's eye.
 *
 * @param longWait somebody waits longer than anybody should
 * @param tooLongWait somebody waits so long that it must be acted upon
 */
public record WallRules(Duration longWait, Duration tooLongWait) {

  public static final WallRules DEFAULTS =
      new WallRules(Duration.ofMinutes(10), Duration.ofMinutes(30));

  Level ofWait(@Nullable Duration longest) {
    if (longest == null || longest.compareTo(longWait) < 0) {
      return Level.CALM;
    }
    return longest.compareTo(tooLongWait) < 0 ? Level.OLD : Level.DANGER;
  }

  /** At the cap who rings is offered a callback at the door. */
  Level ofWaiting(long waiting, @Nullable Integer cap) {
    if (cap == null || waiting * 2 < cap || waiting == 0) {
      return Level.CALM;
    }
    return waiting < cap ? Level.OLD : Level.DANGER;
  }

  /** An hour that was spoken and has passed is a promise that is being broken. */
  Level ofPromises(long late) {
    return late == 0 ? Level.CALM : Level.DANGER;
  }

  /** Never red: on a peak no 115 keeps it, and a wall that is always red warns of nothing. */
  Level ofServiceLevel(@Nullable Double value, double target) {
    return value == null || value >= target ? Level.CALM : Level.OLD;
  }
}
