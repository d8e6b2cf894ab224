package org.hotline115.callflow.search;

import org.jspecify.annotations.Nullable;

/**
 * How far a site is from a commune.
 *
 * @param minutes measured, or guessed from the distance
 * @param mode null: only the distance as the crow flies is known, in {@code kilometres}
 */
public record WayThere(
    int minutes, @Nullable TravelMode mode, @Nullable Double kilometres, String source) {

  /** By bus with its waiting and its detours: fifteen kilometres of a straight line in an hour. */
  private static final int MINUTES_A_KILOMETRE = 4;

  static WayThere asTheCrowFlies(double kilometres) {
    return new WayThere(
        (int) Math.ceil(kilometres * MINUTES_A_KILOMETRE),
        null,
        Math.round(kilometres * 10) / 10.0,
        "");
  }
}
