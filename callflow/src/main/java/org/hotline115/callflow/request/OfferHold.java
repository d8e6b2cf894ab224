package org.hotline115.callflow.request;

import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.HoldAnswer;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.PinnedHolds;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent reads the held place to the person. Fail-open towards PostgreSQL: the offer is marked
 * on the board, and the confirmation or refusal writes the proposal if it is not there yet.
 */
public final class OfferHold {

  private static final Logger log = LoggerFactory.getLogger(OfferHold.class);

  private final PinnedHolds holds;
  private final JdbcRequests requests;
  private final ContactFacts.Source contacts;
  private final InstantSource clock;

  OfferHold(
      PinnedHolds holds, JdbcRequests requests, ContactFacts.Source contacts, InstantSource clock) {
    this.holds = holds;
    this.requests = requests;
    this.contacts = contacts;
    this.clock = clock;
  }

  public HoldAnswer run(HoldId holdId, AgentId agent) {
    HoldAnswer answer = holds.offer(holdId, agent);
    if (answer instanceof HoldAnswer.StillHeld held) {
      try {
        contacts
            .find(held.hold().contactId())
            .ifPresent(facts -> requests.offered(facts, held.hold(), clock.instant()));
      } catch (RecordsAway away) {
        log.atWarn()
            .addKeyValue("contactId", held.hold().contactId())
            .log("An offer is on the board but not on record yet");
      }
    }
    return answer;
  }
}
