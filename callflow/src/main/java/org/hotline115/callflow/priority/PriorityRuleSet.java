package org.hotline115.callflow.priority;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A grid of priorities as data: {@code config/rules/NAME.yaml}. Levels stand in order, the first
 * one that shares a reason with the household is its level; without any it stands behind them all.
 *
 * @param source who decided this grid and since when, shown to whoever chooses it
 */
public record PriorityRuleSet(
    String code, String labelFr, String labelEn, String source, List<Level> levels) {

  /** The order of arrival and nothing else: what counts until a person chose another. */
  public static final PriorityRuleSet NEUTRAL =
      new PriorityRuleSet(
          "neutral",
          "Ordre d’arrivée",
          "Order of arrival",
          "Réglage d’origine : la plus ancienne demande d’abord.",
          List.of());

  private static final int LEVELS_MAX = 9;

  /** One level: any of these reasons is enough. */
  public record Level(List<PriorityReason> anyOf) {

    public Level {
      require(!anyOf.isEmpty(), "anyOf must name one reason at least");
      anyOf = List.copyOf(anyOf);
    }
  }

  public PriorityRuleSet {
    levels = List.copyOf(levels);
    require(code.matches("[a-z][a-z0-9-]{0,31}"), "code must be a-z, 0-9 and '-'");
    require(isLabel(labelFr) && isLabel(labelEn), "labelFr and labelEn must be 1 to 80 characters");
    require(source.length() <= 200, "source must be at most 200 characters");
    require(levels.size() <= LEVELS_MAX, "levels must be at most " + LEVELS_MAX);
    Set<PriorityReason> seen = EnumSet.noneOf(PriorityReason.class);
    for (Level level : levels) {
      for (PriorityReason reason : level.anyOf()) {
        require(seen.add(reason), "the reason " + reason + " stands twice");
      }
    }
  }

  private static boolean isLabel(String label) {
    return !label.isBlank() && label.length() <= 80;
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Where a household with these reasons stands. */
  public Priority of(Set<PriorityReason> reasons) {
    for (int i = 0; i < levels.size(); i++) {
      List<PriorityReason> because =
          levels.get(i).anyOf().stream().filter(reasons::contains).toList();
      if (!because.isEmpty()) {
        return new Priority(i + 1, because);
      }
    }
    return new Priority(levels.size() + 1, List.of());
  }
}
