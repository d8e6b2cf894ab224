package org.hotline115.callflow.placement;

import java.time.Instant;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * Places promised to a household for a night: it is expected there before an hour.
 *
 * @param places what is taken; more than the persons when a room is taken whole
 */
public record Placement(
    PlacementId placementId,
    HoldId holdId,
    UUID requestId,
    ContactId contactId,
    FileCode fileCode,
    PlaceGroupId placeGroupId,
    NightOf nightOf,
    Guests guests,
    int places,
    PlacementStatus status,
    Instant confirmedAt,
    AgentId confirmedBy,
    Instant arriveBefore,
    @Nullable Instant arrivedAt,
    LastMove lastMove) {

  /** Who moved it last, when and by which means. The promise itself is the first. */
  public record LastMove(Instant at, String by, MoveSource source) {}
}
