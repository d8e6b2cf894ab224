package org.hotline115.callflow.surge;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.board.ShowFigures;

/** Opens and closes plans at the moments that were decided, in one of the gateways. */
public final class OpenAndClosePlans {

  private static final int AT_ONCE_MAX = 20;

  private final JdbcPlans plans;
  private final ShowFigures showFigures;
  private final InstantSource clock;

  OpenAndClosePlans(JdbcPlans plans, ShowFigures showFigures, InstantSource clock) {
    this.plans = plans;
    this.showFigures = showFigures;
    this.clock = clock;
  }

  /** Throws when the records are away. */
  public void run() {
    for (int taken = 0; taken < AT_ONCE_MAX; taken++) {
      Optional<JdbcPlans.Moved> moved = plans.moveDue(clock.instant());
      if (moved.isEmpty()) {
        return;
      }
      showFigures.run(moved.get().figures());
    }
  }
}
