package org.hotline115.callflow.closure;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.ShowFigures;
import org.hotline115.callflow.store.RecordsAway;

/** Opens closed places again, or calls a planned closure off. Twice is once. */
public final class ReopenPlaces {

  private final JdbcClosures closures;
  private final ShowFigures showFigures;
  private final InstantSource clock;

  ReopenPlaces(JdbcClosures closures, ShowFigures showFigures, InstantSource clock) {
    this.closures = closures;
    this.showFigures = showFigures;
    this.clock = clock;
  }

  public ReopenResult run(ClosureId closureId, AgentId by) {
    try {
      Optional<JdbcClosures.Ended> ended = closures.reopen(closureId, by, clock.instant());
      if (ended.isEmpty()) {
        return new ReopenResult.NoSuchClosure();
      }
      ended.get().figures().ifPresent(showFigures::run);
      return new ReopenResult.Reopened(ended.get().closure());
    } catch (RecordsAway away) {
      return new ReopenResult.RecordsDown();
    }
  }
}
