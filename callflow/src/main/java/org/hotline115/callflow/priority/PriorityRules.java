package org.hotline115.callflow.priority;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * The grids that this house has, and the one that a person chose. Fail-open: while PostgreSQL is
 * away, or when the chosen file is gone, the last known grid counts, and at worst the order of
 * arrival. A choice made in another gateway is noticed after {@link #FRESH}.
 */
public final class PriorityRules {

  static final Duration FRESH = Duration.ofSeconds(5);

  /** Who chose which grid, and when. */
  public record Choice(String code, AgentId chosenBy, Instant chosenAt) {}

  private record Read(Optional<Choice> choice, Instant at) {}

  private final Map<String, PriorityRuleSet> ruleSets = new LinkedHashMap<>();
  private final JdbcPriorityChoices choices;
  private final InstantSource clock;
  private volatile @Nullable Read lastRead;

  PriorityRules(List<PriorityRuleSet> fromFiles, JdbcPriorityChoices choices, InstantSource clock) {
    ruleSets.put(PriorityRuleSet.NEUTRAL.code(), PriorityRuleSet.NEUTRAL);
    for (PriorityRuleSet ruleSet : fromFiles) {
      if (ruleSets.put(ruleSet.code(), ruleSet) != null) {
        throw new IllegalArgumentException("the rule set " + ruleSet.code() + " stands twice");
      }
    }
    this.choices = choices;
    this.clock = clock;
  }

  /** The neutral one first. */
  public List<PriorityRuleSet> all() {
    return List.copyOf(ruleSets.values());
  }

  /** The grid that counts now. Never waits long, never fails. */
  public PriorityRuleSet active() {
    return choice().map(choice -> ruleSets.get(choice.code())).orElse(PriorityRuleSet.NEUTRAL);
  }

  /** Empty: nobody has chosen yet. */
  public Optional<Choice> choice() {
    Instant now = clock.instant();
    Read read = lastRead;
    if (read != null && read.at().plus(FRESH).isAfter(now)) {
      return read.choice();
    }
    try {
      Optional<Choice> fresh = choices.last();
      lastRead = new Read(fresh, now);
      return fresh;
    } catch (RecordsAway away) {
      return read == null ? Optional.empty() : read.choice();
    }
  }

  /** From now on this grid counts; the choice is on record. False: there is no such grid. */
  public boolean choose(String code, AgentId by) {
    if (!ruleSets.containsKey(code)) {
      return false;
    }
    if (choices.add(new Choice(code, by, clock.instant()))) {
      lastRead = null;
    }
    return true;
  }
}
