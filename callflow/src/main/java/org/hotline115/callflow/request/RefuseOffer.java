package org.hotline115.callflow.request;

import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.HoldAnswer;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldStatus;
import org.hotline115.callflow.board.PinnedHolds;
import org.hotline115.callflow.store.RecordsAway;

/** The person declines: the place is free at once for others, then the reason goes on record. */
public final class RefuseOffer {

  private final PinnedHolds holds;
  private final JdbcRequests requests;
  private final ContactFacts.Source contacts;
  private final InstantSource clock;

  RefuseOffer(
      PinnedHolds holds, JdbcRequests requests, ContactFacts.Source contacts, InstantSource clock) {
    this.holds = holds;
    this.requests = requests;
    this.contacts = contacts;
    this.clock = clock;
  }

  public RefuseResult run(HoldId holdId, AgentId agent, RefusalReason reason) {
    return switch (holds.release(holdId, agent)) {
      case HoldAnswer.Ended(Hold hold) -> record(hold, reason);
      case HoldAnswer.StillHeld(Hold hold) -> record(hold, reason);
      case HoldAnswer.NotYours(Hold _) -> new RefuseResult.NotYours();
      case HoldAnswer.NoSuchHold() -> new RefuseResult.NoSuchHold();
      case HoldAnswer.BoardDown() -> new RefuseResult.BoardDown();
    };
  }

  private RefuseResult record(Hold hold, RefusalReason reason) {
    if (hold.status() == HoldStatus.CONVERTED) {
      return new RefuseResult.AlreadyConfirmed();
    }
    try {
      contacts
          .find(hold.contactId())
          .ifPresent(facts -> requests.refused(facts, hold, reason, clock.instant()));
      return new RefuseResult.Refused();
    } catch (RecordsAway away) {
      return new RefuseResult.RecordsDown();
    }
  }
}
