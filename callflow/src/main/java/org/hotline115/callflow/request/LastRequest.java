package org.hotline115.callflow.request;

import java.util.Optional;
import org.hotline115.callflow.caller.CallerKey;

/** What this caller last asked for, for the card. */
public final class LastRequest {

  private final JdbcRequests requests;

  LastRequest(JdbcRequests requests) {
    this.requests = requests;
  }

  public Optional<ShelterRequest> of(CallerKey caller) {
    return requests.last(caller);
  }
}
