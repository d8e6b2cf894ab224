package org.hotline115.callflow.request;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;

/** What households ask for and asked for. */
public final class ReadRequests {

  private final JdbcRequests requests;
  private final JdbcWaitingRequests waiting;
  private final InstantSource clock;
  private final ZoneId zone;

  ReadRequests(
      JdbcRequests requests, JdbcWaitingRequests waiting, InstantSource clock, ZoneId zone) {
    this.requests = requests;
    this.waiting = waiting;
    this.clock = clock;
    this.zone = zone;
  }

  /** What this caller last asked for, for the card. */
  public Optional<ShelterRequest> lastOf(CallerKey caller) {
    return requests.last(caller);
  }

  public Optional<ShelterRequest> find(RequestId requestId) {
    return requests.find(requestId);
  }

  /** Tonight's request of which this contact speaks. */
  public Optional<ShelterRequest> tonightOf(ContactId contactId) {
    return requests.find(contactId, tonight());
  }

  /** Tonight's requests for which a place may still be found, in no order. */
  public List<ShelterRequest> waiting() {
    return waiting.list(tonight());
  }

  public NightOf tonight() {
    return NightOf.at(clock.instant(), zone);
  }
}
