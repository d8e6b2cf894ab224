package org.hotline115.callflow.freed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.request.RequestSamples.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.priority.PriorityReason;
import org.hotline115.callflow.priority.PriorityRuleSet;
import org.hotline115.callflow.request.ShelterRequest;
import org.junit.jupiter.api.Test;

class WaitingOrderTest {

  private static final NightOf TONIGHT = new NightOf(LocalDate.of(2026, 11, 23));
  private static final Instant SIX = Instant.parse("2026-11-23T17:00:00Z");

  private static final PriorityRuleSet TWO_LEVELS =
      new PriorityRuleSet(
          "two",
          "Deux",
          "Two",
          "",
          List.of(
              new PriorityRuleSet.Level(List.of(PriorityReason.CHILD_UNDER_3)),
              new PriorityRuleSet.Level(List.of(PriorityReason.ALONE))));

  private static List<ShelterRequest> order(PriorityRuleSet rules, ShelterRequest... requests) {
    return WaitingOrder.of(List.of(requests), rules).stream()
        .map(WaitingOrder.Turn::request)
        .toList();
  }

  @Test
  void withoutAGridWhoIsWithoutARoofLongestComesFirstThenWhoAskedFirst() {
    ShelterRequest late = waiting(TONIGHT, SIX.plusSeconds(60), 0);
    ShelterRequest early = waiting(TONIGHT, SIX, 0);
    ShelterRequest twoNights = waiting(TONIGHT, SIX.plusSeconds(600), 2);

    assertThat(order(PriorityRuleSet.NEUTRAL, late, early, twoNights))
        .containsExactly(twoNights, early, late);
  }

  @Test
  void aGridThatAPersonChoseComesBeforeNightsAndHours() {
    ShelterRequest alone = waiting(TONIGHT, SIX, 5, PriorityReason.ALONE);
    ShelterRequest child = waiting(TONIGHT, SIX.plusSeconds(900), 0, PriorityReason.CHILD_UNDER_3);
    ShelterRequest noReason = waiting(TONIGHT, SIX.minusSeconds(900), 9);

    assertThat(order(TWO_LEVELS, alone, noReason, child)).containsExactly(child, alone, noReason);
    Why why = WaitingOrder.of(List.of(child), TWO_LEVELS).getFirst().why();
    assertThat(why)
        .isEqualTo(new Why(SIX.plusSeconds(900), 0, 1, List.of(PriorityReason.CHILD_UNDER_3)));
  }

  /** However they come in: one order, everybody once, each pair as the rule says. */
  @Test
  void theOrderDoesNotDependOnHowItWasRead() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<ShelterRequest> waiting = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        waiting.add(
            waiting(
                TONIGHT,
                SIX.plusSeconds(random.nextInt(4)),
                random.nextInt(3),
                random.nextBoolean() ? PriorityReason.ALONE : PriorityReason.CHILD_UNDER_3));
      }
      List<WaitingOrder.Turn> once = WaitingOrder.of(waiting, TWO_LEVELS);
      Collections.shuffle(waiting, random);

      List<WaitingOrder.Turn> again = WaitingOrder.of(waiting, TWO_LEVELS);

      assertThat(again).as("seed " + seed).isEqualTo(once).hasSameSizeAs(waiting);
      for (int i = 1; i < once.size(); i++) {
        Why before = once.get(i - 1).why();
        Why after = once.get(i).why();
        assertThat(comesBefore(before, after)).as("seed " + seed).isTrue();
      }
    }
  }

  private static boolean comesBefore(Why before, Why after) {
    if (before.level() != after.level()) {
      return before.level() < after.level();
    }
    if (before.nightsWithout() != after.nightsWithout()) {
      return before.nightsWithout() > after.nightsWithout();
    }
    return !before.waitingSince().isAfter(after.waitingSince());
  }
}
