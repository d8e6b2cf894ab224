package org.hotline115.callflow.freed;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldPlaces;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.request.ReadRequests;
import org.hotline115.callflow.request.ShelterRequest;

/**
 * An agent takes the turn of the household that is proposed: first the turn, which only one gets,
 * then the ordinary hold. A hold that runs out gives the turn back. Throws {@link
 * org.hotline115.callflow.store.RecordsAway}: ask again with the same hold's id.
 */
public final class TakeFreedPlace {

  private final JdbcFreedPlaces freedPlaces;
  private final ReadRequests requests;
  private final HoldPlaces holdPlaces;
  private final FreedMetrics metrics;
  private final InstantSource clock;

  TakeFreedPlace(
      JdbcFreedPlaces freedPlaces,
      ReadRequests requests,
      HoldPlaces holdPlaces,
      FreedMetrics metrics,
      InstantSource clock) {
    this.freedPlaces = freedPlaces;
    this.requests = requests;
    this.holdPlaces = holdPlaces;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** {@code holdId} is the client's: the same again is the same hold. */
  public TakeResult run(FreedId freedId, HoldId holdId, AgentId agent) {
    TakeResult result = take(freedId, holdId, agent);
    metrics.taken(result);
    return result;
  }

  private TakeResult take(FreedId freedId, HoldId holdId, AgentId agent) {
    boolean first = freedPlaces.take(freedId, holdId, agent, clock.instant());
    Optional<FreedPlace> freed = freedPlaces.find(freedId);
    if (freed.isEmpty() || freed.get().status() != FreedPlace.Status.TAKEN) {
      return new TakeResult.NotProposed();
    }
    boolean again = holdId.equals(freed.get().holdId()) && agent.equals(freed.get().takenBy());
    if (!first && !again) {
      return new TakeResult.TakenBefore();
    }
    return Optional.ofNullable(freed.get().requestId())
        .flatMap(requests::find)
        .<TakeResult>map(request -> hold(freed.get(), request, holdId, agent))
        .orElseGet(TakeResult.NotProposed::new);
  }

  private TakeResult hold(FreedPlace freed, ShelterRequest request, HoldId holdId, AgentId agent) {
    HoldResult result =
        holdPlaces.run(
            new HoldPlaces.Wish(
                holdId, freed.placeGroupId(), request.persons(), agent, null, request.contactId()));
    if (result instanceof HoldResult.Held held) {
      return new TakeResult.Taken(held.hold(), request);
    }
    if (!(result instanceof HoldResult.BoardDown)) {
      freedPlaces.notHeld(freed.freedId(), holdId); // else it is unknown: asked again, same id
    }
    return new TakeResult.NotHeld(result);
  }
}
