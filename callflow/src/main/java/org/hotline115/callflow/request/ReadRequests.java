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
  private final JdbcProgress progress;
  private final InstantSource clock;
  private final ZoneId zone;

  ReadRequests(
      JdbcRequests requests,
      JdbcWaitingRequests waiting,
      JdbcProgress progress,
      InstantSource clock,
      ZoneId zone) {
    this.requests = requests;
    this.waiting = waiting;
    this.progress = progress;
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

  /** How far tonight's request of this telephone is, when nobody else's can be meant. */
  public Optional<RequestProgress> progressOf(CallerKey caller) {
    return progress.ofCaller(caller, tonight());
  }

  /** The same by a request's code, keyed on a telephone: A4F7 is 2437. */
  public Optional<RequestProgress> progressOfKeyedCode(String digits) {
    return progress.ofKeyedCode(digits, tonight());
  }

  public NightOf tonight() {
    return NightOf.at(clock.instant(), zone);
  }
}
