package org.hotline115.callflow.request;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.HoldAnswer;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldStatus;
import org.hotline115.callflow.board.PinnedHolds;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.placement.PromiseResult;
import org.hotline115.callflow.placement.Promising;
import org.hotline115.callflow.store.RecordsAway;

/**
 * The place is promised to the person: placement, accepted proposal and met request in one
 * transaction. Fail-closed: without PostgreSQL nothing is promised, and the agent is told why.
 */
public final class ConfirmHold {

  private final PinnedHolds holds;
  private final Promising promising;
  private final JdbcRequests requests;
  private final ContactFacts.Source contacts;
  private final RequestMetrics metrics;
  private final InstantSource clock;

  ConfirmHold(
      PinnedHolds holds,
      Promising promising,
      JdbcRequests requests,
      ContactFacts.Source contacts,
      RequestMetrics metrics,
      InstantSource clock) {
    this.holds = holds;
    this.promising = promising;
    this.requests = requests;
    this.contacts = contacts;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** {@code placementId} is the client's: after an unknown answer it asks again with the same. */
  public ConfirmResult run(HoldId holdId, PlacementId placementId, AgentId agent) {
    ConfirmResult result;
    try {
      result = confirm(holdId, placementId, agent);
    } catch (RecordsAway away) {
      result = new ConfirmResult.RecordsDown();
    }
    metrics.confirmed(result);
    return result;
  }

  private ConfirmResult confirm(HoldId holdId, PlacementId placementId, AgentId agent) {
    return switch (holds.pin(holdId, agent)) {
      case HoldAnswer.StillHeld(Hold hold) -> promise(hold, placementId);
      case HoldAnswer.Ended(Hold hold) ->
          hold.status() == HoldStatus.CONVERTED
              ? promise(hold, placementId)
              : new ConfirmResult.Expired();
      case HoldAnswer.NotYours(Hold _) -> new ConfirmResult.NotYours();
      case HoldAnswer.NoSuchHold(), HoldAnswer.BoardDown() -> new ConfirmResult.NoSuchHold();
    };
  }

  private ConfirmResult promise(Hold hold, PlacementId placementId) {
    Optional<ContactFacts> facts = contacts.find(hold.contactId());
    if (facts.isEmpty()) {
      return new ConfirmResult.NoSuchContact();
    }
    return switch (promising.promise(
        hold, placementId, requests.met(facts.get(), hold, clock.instant()))) {
      case PromiseResult.Promised promised ->
          new ConfirmResult.Confirmed(
              promised.placement(), new RequestId(promised.placement().requestId()));
      case PromiseResult.NoPlaceLeft() -> new ConfirmResult.NoPlaceLeft();
      case PromiseResult.HoldOver() -> new ConfirmResult.Expired();
    };
  }
}
