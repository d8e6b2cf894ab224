package org.hotline115.callflow.place;

import org.jspecify.annotations.Nullable;

/**
 * What a household needs of a place besides beds.
 *
 * @param reducedMobility somebody cannot climb stairs
 * @param together all in one room, or side by side in a dormitory
 * @param womenOnly no men in the house
 * @param cots beds for infants that must be put up
 * @param fromInsee the commune where they are; null: not known, so nothing is too far
 * @param minutesMax null: as far as it takes
 */
public record Wishes(
    boolean reducedMobility,
    boolean together,
    boolean womenOnly,
    int cots,
    @Nullable String fromInsee,
    @Nullable Integer minutesMax) {

  public static final Wishes NONE = new Wishes(false, false, false, 0, null, null);

  public static final int MINUTES_MOST = 600;

  public Wishes {
    if (cots < 0 || cots > Household.PERSONS_MAX) {
      throw new IllegalArgumentException("there are not so many infants");
    }
    if (minutesMax != null && (minutesMax < 1 || minutesMax > MINUTES_MOST)) {
      throw new IllegalArgumentException("a way takes 1 to " + MINUTES_MOST + " minutes");
    }
  }
}
