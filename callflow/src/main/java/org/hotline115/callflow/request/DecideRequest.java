package org.hotline115.callflow.request;

import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;

/**
 * A person decides what becomes of a request that got no place: why nothing was found, or that the
 * search goes on. May be decided again; a promise is not undone by it. Throws {@link
 * org.hotline115.callflow.store.RecordsAway}.
 */
public final class DecideRequest {

  private final JdbcDecisions decisions;
  private final ContactFacts.Source contacts;
  private final InstantSource clock;
  private final ZoneId zone;

  DecideRequest(
      JdbcDecisions decisions, ContactFacts.Source contacts, InstantSource clock, ZoneId zone) {
    this.decisions = decisions;
    this.contacts = contacts;
    this.clock = clock;
    this.zone = zone;
  }

  /** Opens the request first where nothing was ever held for it. */
  public DecideResult run(ContactId contactId, Decision decision, AgentId by) {
    NightOf tonight = NightOf.at(clock.instant(), zone);
    return contacts
        .find(contactId)
        .<DecideResult>map(
            facts -> decisions.decide(facts, tonight, decision, new By(by, clock.instant())))
        .orElseGet(DecideResult.NoSuchContact::new);
  }
}
