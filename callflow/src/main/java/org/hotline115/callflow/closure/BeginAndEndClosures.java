package org.hotline115.callflow.closure;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.board.ShowFigures;

/**
 * Begins planned closures and ends those whose expected end has come. One that would send somebody
 * away waits, says how many too many are inside, and is tried again every minute.
 */
public final class BeginAndEndClosures {

  private static final int GROUPS_AT_ONCE_MAX = 50;

  private final JdbcClosures closures;
  private final ShowFigures showFigures;
  private final InstantSource clock;

  BeginAndEndClosures(JdbcClosures closures, ShowFigures showFigures, InstantSource clock) {
    this.closures = closures;
    this.showFigures = showFigures;
    this.clock = clock;
  }

  /** In every gateway at once: each takes other groups. Throws when the records are away. */
  public void run() {
    for (int taken = 0; taken < GROUPS_AT_ONCE_MAX; taken++) {
      Optional<JdbcClosures.Due> due = closures.moveDue(clock.instant());
      if (due.isEmpty()) {
        return;
      }
      due.get().figures().ifPresent(showFigures::run);
    }
  }
}
