package org.hotline115.callflow.line;

import java.time.Instant;
import java.util.Optional;
import org.hotline115.callflow.line.OpeningHours.Closure;
import org.jspecify.annotations.Nullable;

/**
 * How a line stands at a moment.
 *
 * @param closure the one that lasts, or the next one; null: it will not close
 * @param decided the switch that holds; null: its hours decide
 * @param capMoved who moved the cap last; null: the settings decide
 */
public record LineStatus(
    LinePlan plan,
    Instant at,
    @Nullable Closure closure,
    @Nullable LineAct decided,
    @Nullable LineAct capMoved) {

  /** How many may wait before a callback is offered at the door; null: there is no cap. */
  public @Nullable Integer cap() {
    return capMoved == null ? plan.cap() : capMoved.cap();
  }

  public boolean open() {
    return closure == null || !closure.includes(at);
  }

  public Optional<Closure> nextClosure() {
    return Optional.ofNullable(closure);
  }
}
