package org.hotline115.callflow.request;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;

/** The contact asks for shelter tonight. Opening twice opens once, with the form's latest facts. */
public final class OpenRequest {

  private final JdbcRequests requests;
  private final ContactFacts.Source contacts;
  private final InstantSource clock;
  private final ZoneId zone;

  OpenRequest(
      JdbcRequests requests, ContactFacts.Source contacts, InstantSource clock, ZoneId zone) {
    this.requests = requests;
    this.contacts = contacts;
    this.clock = clock;
    this.zone = zone;
  }

  /** The form says SHELTER_REQUEST. Empty when there is no such contact. */
  public Optional<ShelterRequest> run(ContactId contactId) {
    return open(contactId, RequestStatus.OPEN);
  }

  /** A place is held for it. */
  Optional<ShelterRequest> searching(ContactId contactId) {
    return open(contactId, RequestStatus.SEARCHING);
  }

  private Optional<ShelterRequest> open(ContactId contactId, RequestStatus atLeast) {
    NightOf tonight = NightOf.at(clock.instant(), zone);
    return contacts
        .find(contactId)
        .map(facts -> requests.open(facts, tonight, atLeast, clock.instant()));
  }
}
