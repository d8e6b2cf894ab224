package org.hotline115.callflow.request;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.placement.FileCode;

/**
 * Somebody who gave no number calls again and says the code of the file: this contact speaks of
 * that request from now on. Throws {@link org.hotline115.callflow.store.RecordsAway}.
 */
public final class JoinRequest {

  private final JdbcRequests requests;
  private final ContactFacts.Source contacts;
  private final InstantSource clock;
  private final ZoneId zone;

  JoinRequest(
      JdbcRequests requests, ContactFacts.Source contacts, InstantSource clock, ZoneId zone) {
    this.requests = requests;
    this.contacts = contacts;
    this.clock = clock;
    this.zone = zone;
  }

  /** Empty when no file of tonight has this code, or there is no such contact. */
  public Optional<ShelterRequest> run(ContactId contactId, FileCode code, AgentId by) {
    NightOf tonight = NightOf.at(clock.instant(), zone);
    return contacts
        .find(contactId)
        .flatMap(facts -> requests.join(facts, tonight, code, new By(by, clock.instant())));
  }
}
