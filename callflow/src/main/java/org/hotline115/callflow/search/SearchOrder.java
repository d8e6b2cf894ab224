package org.hotline115.callflow.search;

import org.hotline115.callflow.place.Misfit;

/**
 * The rank of a found group as one number, the smallest first, with the group's place in the list
 * by name in its lowest bits: comparing costs one instruction and nothing is made for a group that
 * is not shown.
 */
final class SearchOrder {

  private static final int ORDER_BITS = 24;
  private static final long ORDER_MASK = (1L << ORDER_BITS) - 1;
  private static final int WASTE_MAX = 63;
  private static final int FAR_MAX = 4_095;

  /** A miss that lasts stands behind every one that may change tonight. */
  private static final int LASTING = 2_048;

  private SearchOrder() {}

  /** How a group stands, whoever asks. */
  record Standing(boolean onDemand, boolean stale, int minutes, int order) {}

  /** On demand, stale, minutes, waste, name: the first that differs decides. */
  static long fit(Standing standing, int waste, int order) {
    long key = standing.onDemand() ? 1 : 0;
    key = key << 1 | (standing.stale() ? 1 : 0);
    key = key << 12 | Math.clamp(standing.minutes(), 0, FAR_MAX);
    key = key << 6 | Math.clamp(waste, 0, WASTE_MAX);
    return key << ORDER_BITS | order;
  }

  /** How far from fitting: a missing place counts as ten minutes of way or of waiting. */
  static long miss(Misfit misfit, int amount, Standing standing) {
    long away =
        switch (misfit) {
          case TOO_FEW_PLACES, COTS -> 10L * amount;
          case TOO_FAR, NOT_YET_RELEASED -> amount;
          case ARRIVAL_OVER -> LASTING - 1;
          case SEPARATED -> LASTING;
          case REDUCED_MOBILITY -> LASTING + 1L;
          case PETS -> LASTING + 2L;
          case AGE -> LASTING + 3L;
          case HOUSEHOLD_TYPE -> LASTING + 4L;
          case WOMEN_ONLY -> LASTING + 5L;
          case GENDER_RULE -> LASTING + 6L;
          case NOT_OURS -> LASTING + 7L;
        };
    long key = Math.clamp(away, 0L, FAR_MAX);
    key = key << 1 | (standing.onDemand() ? 1 : 0);
    key = key << 1 | (standing.stale() ? 1 : 0);
    key = key << 12 | Math.clamp(standing.minutes(), 0, FAR_MAX);
    return key << ORDER_BITS | standing.order();
  }

  /** The group's place in the list by name. */
  static int order(long key) {
    return (int) (key & ORDER_MASK);
  }
}
