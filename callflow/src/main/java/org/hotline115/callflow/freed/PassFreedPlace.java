package org.hotline115.callflow.freed;

import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.request.RequestId;

/**
 * An agent did not reach them, or the place is not for them: the next one's turn. They keep their
 * own turn for every other place. Throws {@link org.hotline115.callflow.store.RecordsAway}.
 */
public final class PassFreedPlace {

  private final JdbcFreedPlaces freedPlaces;
  private final InstantSource clock;

  PassFreedPlace(JdbcFreedPlaces freedPlaces, InstantSource clock) {
    this.freedPlaces = freedPlaces;
    this.clock = clock;
  }

  /** False when it was not, or is no more, this household's turn. */
  public boolean run(FreedId freedId, RequestId requestId, PassReason reason, AgentId by) {
    return freedPlaces.pass(freedId, requestId, reason, by, clock.instant());
  }
}
