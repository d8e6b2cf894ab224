package org.hotline115.gateway.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.request.UnmetReason;
import org.hotline115.callflow.request.UnmetSubReason;

/** Why a household got nothing, as far as the board can say; a person decides. */
final class ReasonAdvice {

  private final ReadBoard board;

  ReasonAdvice(ReadBoard board) {
    this.board = board;
  }

  record Suggestion(UnmetReason reason, Set<UnmetSubReason> subReasons) {}

  /** Empty while something fits: then only a person knows why it was not taken. */
  Optional<Suggestion> of(Household household) {
    List<GroupView> free =
        board.view(household).groups().stream()
            .filter(group -> group.free() > 0 && group.misfit() != Misfit.NOT_OURS)
            .toList();
    if (free.isEmpty()) {
      return Optional.of(new Suggestion(UnmetReason.NO_PLACE, Set.of()));
    }
    if (free.stream().anyMatch(GroupView::fits)) {
      return Optional.empty();
    }
    EnumSet<UnmetSubReason> misses = EnumSet.noneOf(UnmetSubReason.class);
    for (GroupView group : free) {
      Optional.ofNullable(group.misfit()).flatMap(ReasonAdvice::inWords).ifPresent(misses::add);
    }
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
