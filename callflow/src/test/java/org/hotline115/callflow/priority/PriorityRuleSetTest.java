package org.hotline115.callflow.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline115.callflow.priority.PriorityReason.ALONE;
import static org.hotline115.callflow.priority.PriorityReason.CHILD_UNDER_3;
import static org.hotline115.callflow.priority.PriorityReason.HEALTH_PROBLEM;
import static org.hotline115.callflow.priority.PriorityReason.OVER_65;
import static org.hotline115.callflow.priority.PriorityReason.VIOLENCE_VICTIM;

import java.util.List;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.NeedCode;
import org.junit.jupiter.api.Test;

class PriorityRuleSetTest {

  private static final PriorityRuleSet GRID =
      new PriorityRuleSet(
          "grid",
          "Grille",
          "Grid",
          "",
          List.of(
              new PriorityRuleSet.Level(List.of(CHILD_UNDER_3, VIOLENCE_VICTIM)),
              new PriorityRuleSet.Level(List.of(OVER_65))));

  @Test
  void theFirstLevelThatSharesAReasonCountsAndSaysWhy() {
    assertThat(GRID.of(Set.of(OVER_65, VIOLENCE_VICTIM)))
        .isEqualTo(new Priority(1, List.of(VIOLENCE_VICTIM)));
    assertThat(GRID.of(Set.of(OVER_65))).isEqualTo(new Priority(2, List.of(OVER_65)));
  }

  @Test
  void whoeverNoRuleSpeaksOfStandsBehindAllLevels() {
    assertThat(GRID.of(Set.of(ALONE))).isEqualTo(new Priority(3, List.of()));
  }

  @Test
  void theNeutralGridMakesEverybodyEqual() {
    assertThat(PriorityRuleSet.NEUTRAL.of(Set.of(CHILD_UNDER_3)))
        .isEqualTo(PriorityRuleSet.NEUTRAL.of(Set.of()));
  }

  @Test
  void someReasonsFollowFromTheHousehold() {
    assertThat(
            PriorityReason.of(
                HouseholdType.WOMAN_ALONE, 0, Set.of(NeedCode.HEALTH_CARE, NeedCode.FOOD)))
        .containsExactlyInAnyOrder(ALONE, HEALTH_PROBLEM);
    assertThat(PriorityReason.of(HouseholdType.WOMAN_WITH_CHILD, 1, Set.of()))
        .containsExactly(CHILD_UNDER_3);
  }

  @Test
  void aGridThatContradictsItselfIsRefused() {
    PriorityRuleSet.Level level = new PriorityRuleSet.Level(List.of(ALONE));
    assertThatThrownBy(() -> new PriorityRuleSet("g", "G", "G", "", List.of(level, level)))
        .hasMessageContaining("ALONE stands twice");
    assertThatThrownBy(() -> new PriorityRuleSet.Level(List.of())).hasMessageContaining("anyOf");
    assertThatThrownBy(() -> new PriorityRuleSet("G!", "G", "G", "", List.of()))
        .hasMessageContaining("code");
  }
}
