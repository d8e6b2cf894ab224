package org.hotline115.callflow.placement;

import java.time.Instant;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;

/** A place promised to a household for a night: it is expected there before an hour. */
public record Placement(
    PlacementId placementId,
    HoldId holdId,
    UUID requestId,
    PlaceGroupId placeGroupId,
    NightOf nightOf,
    int persons,
    Status status,
    Instant confirmedAt,
    AgentId confirmedBy,
    Instant arriveBefore) {

  /** Only a person or the site says NO_SHOW; a machine may at most say TO_CHECK. */
  public enum Status {
    EXPECTED,
    TO_CHECK,
    ARRIVED,
    NO_SHOW,
    CANCELLED,
    ENDED
  }
}
