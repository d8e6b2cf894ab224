package org.hotline115.callflow.statistics;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A figure that the rows on record give otherwise than it was published.
 *
 * @param frozen null: it was not published
 * @param now null: the rows give none any more
 */
public record Difference(@Nullable FrozenFigure frozen, @Nullable FrozenFigure now) {

  public Difference {
    if (frozen == null && now == null) {
      throw new IllegalArgumentException("nothing differs from nothing");
    }
  }

  /** Another formula, and so no contradiction. */
  public boolean isOfTheFormula() {
    return frozen != null && now != null && frozen.formula() != now.formula();
  }

  private FrozenFigure known() {
    return frozen == null ? Objects.requireNonNull(now) : frozen;
  }

  public String line() {
    return known().line();
  }

  public String code() {
    return known().code();
  }
}
