package org.hotline115.gateway.web;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.request.UnmetReason;
import org.hotline115.callflow.request.UnmetSubReason;
import org.hotline115.callflow.search.SearchPlaces;

/** Why a household got nothing, as far as the board can say; a person decides. */
final class ReasonAdvice {

  private final SearchPlaces search;

  ReasonAdvice(SearchPlaces search) {
    this.search = search;
  }

  record Suggestion(UnmetReason reason, Set<UnmetSubReason> subReasons) {}

  /** Empty while something fits: then only a person knows why it was not taken. */
  Optional<Suggestion> of(Household household) {
    SearchPlaces.Outlook outlook = search.outlook(household);
    if (outlook.somethingFits()) {
      return Optional.empty();
    }
    if (!outlook.somethingIsFree()) {
      return Optional.of(new Suggestion(UnmetReason.NO_PLACE, Set.of()));
    }
    EnumSet<UnmetSubReason> misses = EnumSet.noneOf(UnmetSubReason.class);
    outlook.misfits().forEach(misfit -> inWords(misfit).ifPresent(misses::add));
    return Optional.of(new Suggestion(UnmetReason.NO_COMPATIBLE_PLACE, misses));
  }

  /** What stands against a place, in the words that the night's figures know. */
  private static Optional<UnmetSubReason> inWords(Misfit misfit) {
    return switch (misfit) {
      case GENDER_RULE, WOMEN_ONLY -> Optional.of(UnmetSubReason.GENDER_RULE);
      case HOUSEHOLD_TYPE, TOO_FEW_PLACES -> Optional.of(UnmetSubReason.HOUSEHOLD_SIZE);
      case AGE, COTS -> Optional.of(UnmetSubReason.AGE);
      case PETS -> Optional.of(UnmetSubReason.PET);
      case REDUCED_MOBILITY -> Optional.of(UnmetSubReason.ACCESSIBILITY);
      case SEPARATED -> Optional.of(UnmetSubReason.SEPARATION);
      case TOO_FAR -> Optional.of(UnmetSubReason.DISTANCE);
      case NOT_OURS, ARRIVAL_OVER, NOT_YET_RELEASED -> Optional.empty();
    };
  }
}
