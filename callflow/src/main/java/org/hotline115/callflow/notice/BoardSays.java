package org.hotline115.callflow.notice;

import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.hotline115.callflow.place.Audience;
import org.hotline115.callflow.place.Household;

/**
 * For whom there is no place now. Cautious: a place that may be there is a place, also when its
 * figure is stale or must be asked for, and a household of these people that fits somewhere is
 * enough. While the board is down nothing is known, so nothing is said.
 */
final class BoardSays {

  private final BooleanSupplier isUp;
  private final Predicate<Household> fitsSomewhere;

  BoardSays(BooleanSupplier isUp, Predicate<Household> fitsSomewhere) {
    this.isUp = isUp;
    this.fitsSomewhere = fitsSomewhere;
  }

  boolean isUp() {
    return isUp.getAsBoolean();
  }

  /** Nothing free for any household of these people, as far as the board knows. */
  boolean nothingFor(Audience audience) {
    return audience.smallestHouseholds().stream().noneMatch(fitsSomewhere);
  }
}
