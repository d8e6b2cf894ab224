package org.hotline115.callflow.place;

import java.util.Optional;

/** Why a place group cannot take a household; what lasts is named before what may change. */
public enum Misfit {
  NOT_OURS,
  GENDER_RULE,
  WOMEN_ONLY,
  HOUSEHOLD_TYPE,
  AGE,
  PETS,
  REDUCED_MOBILITY,
  SEPARATED,
  COTS,
  TOO_FAR,
  ARRIVAL_OVER,
  NOT_YET_RELEASED,
  TOO_FEW_PLACES;

  /**
   * Empty when the group with so many free places can take the household, at whatever hour and from
   * wherever they come.
   */
  public static Optional<Misfit> of(PlaceGroup group, int free, Household household) {
    Terms terms = Terms.of(group);
    return FitRules.lasting(terms, household).stream()
        .findFirst()
        .or(() -> FitRules.tooFew(terms, household, free))
        .map(Obstacle::misfit);
  }

  /** True for what only the hour makes so. */
  public boolean isOfTheHour() {
    return this == ARRIVAL_OVER || this == NOT_YET_RELEASED;
  }

  /** True for what waiting or a call may change tonight. */
  public boolean mayChangeTonight() {
    return switch (this) {
      case TOO_FAR, NOT_YET_RELEASED, TOO_FEW_PLACES, ARRIVAL_OVER, COTS -> true;
      case NOT_OURS,
          GENDER_RULE,
          WOMEN_ONLY,
          HOUSEHOLD_TYPE,
          AGE,
          PETS,
          REDUCED_MOBILITY,
          SEPARATED ->
          false;
    };
  }
}
