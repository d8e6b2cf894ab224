package org.hotline115.callflow.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline115.callflow.placement.PlacementStatus.ARRIVED;
import static org.hotline115.callflow.placement.PlacementStatus.CANCELLED;
import static org.hotline115.callflow.placement.PlacementStatus.ENDED;
import static org.hotline115.callflow.placement.PlacementStatus.EXPECTED;
import static org.hotline115.callflow.placement.PlacementStatus.NO_SHOW;
import static org.hotline115.callflow.placement.PlacementStatus.TO_CHECK;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacementStatusTest {

  private static final List<PlacementMove> MOVES =
      List.of(
          new PlacementMove.Overdue(),
          new PlacementMove.Arrived(),
          new PlacementMove.DidNotCome(),
          new PlacementMove.Cancelled(),
          new PlacementMove.ComesLater(Instant.parse("2026-11-23T21:00:00Z")),
          new PlacementMove.Left(ExitReason.UNKNOWN, ExitDestination.UNKNOWN),
          new PlacementMove.TakenBack());

  /** The domain page's arrows, and the ways back of a wrong tick. */
  private static final Map<PlacementStatus, Set<PlacementStatus>> ARROWS =
      Map.of(
          EXPECTED, EnumSet.of(EXPECTED, TO_CHECK, ARRIVED, NO_SHOW, CANCELLED),
          TO_CHECK, EnumSet.of(EXPECTED, ARRIVED, NO_SHOW, CANCELLED),
          ARRIVED, EnumSet.of(ENDED, EXPECTED),
          NO_SHOW, EnumSet.of(ARRIVED, EXPECTED),
          CANCELLED, EnumSet.of(EXPECTED),
          ENDED, EnumSet.of(ARRIVED));

  @Test
  void theMovesAreTheArrowsOfTheDomainAndNoOthers() {
    for (PlacementStatus from : PlacementStatus.values()) {
      Set<PlacementStatus> reached = EnumSet.noneOf(PlacementStatus.class);
      MOVES.forEach(move -> from.after(move).ifPresent(reached::add));
      assertThat(reached).as("from " + from).isEqualTo(ARROWS.get(from));
    }
  }

  /** However moves come: what a placement holds is 0 or 1, and follows from where it stands. */
  @Test
  void placesNeverComeBackTwice() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int story = 0; story < 500; story++) {
      PlacementStatus status = EXPECTED;
      int kept = 1;
      for (int step = 0; step < 30; step++) {
        Optional<PlacementStatus> after = status.after(MOVES.get(random.nextInt(MOVES.size())));
        if (after.isPresent()) {
          kept += (after.get().keepsPlaces() ? 1 : 0) - (status.keepsPlaces() ? 1 : 0);
          status = after.get();
        }
        assertThat(kept).as("seed " + seed).isEqualTo(status.keepsPlaces() ? 1 : 0);
      }
    }
  }

  @Test
  void aMachineOnlyAsksAndNobodyElseDoes() {
    for (MoveSource source : MoveSource.values()) {
      for (PlacementMove move : MOVES) {
        if (move instanceof PlacementMove.Overdue) {
          assertThat(source.may(move)).isEqualTo(source == MoveSource.SYSTEM);
        } else if (source == MoveSource.SYSTEM) {
          assertThat(source.may(move)).as(move.code()).isFalse();
        }
      }
    }
    assertThatThrownBy(() -> command(new PlacementMove.DidNotCome(), MoveSource.SYSTEM))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTextAndAKeypadOnlyAnswerWhetherTheyCame() {
    for (MoveSource source : List.of(MoveSource.SMS, MoveSource.KEYPAD)) {
      assertThat(MOVES.stream().filter(source::may).map(PlacementMove::code))
          .containsExactly("ARRIVED", "DID_NOT_COME");
    }
    assertThat(MoveSource.SITE.may(new PlacementMove.Cancelled())).isFalse();
  }

  private static MoveCommand command(PlacementMove move, MoveSource source) {
    return new MoveCommand(
        UUID.randomUUID(), new PlacementId(UUID.randomUUID()), move, source, "system");
  }

  @Test
  void aFileCodeIsSaidAndTypedInManyWays() {
    assertThat(FileCode.typed(" a4 f7")).contains(new FileCode("A4F7"));
    assertThat(FileCode.typed("c2-k9")).contains(new FileCode("C2K9"));
    assertThat(FileCode.typed("O4F7")).as("no O, I, Q, U, 0 and 1").isEmpty();
    assertThat(FileCode.typed("A4F7'; DROP")).isEmpty();
    assertThatThrownBy(() -> new FileCode("a4f7")).isInstanceOf(IllegalArgumentException.class);
  }
}
