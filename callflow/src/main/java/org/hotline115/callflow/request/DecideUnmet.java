package org.hotline115.callflow.request;

import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;

/** A person decides that tonight's request got nothing, and says why. */
public final class DecideUnmet {

  private final JdbcRequests requests;
  private final InstantSource clock;
  private final ZoneId zone;

  DecideUnmet(JdbcRequests requests, InstantSource clock, ZoneId zone) {
    this.requests = requests;
    this.clock = clock;
    this.zone = zone;
  }

  /** False when the contact asked for nothing, or it is decided already. */
  public boolean run(ContactId contactId, UnmetReason reason) {
    return requests.unmet(contactId, NightOf.at(clock.instant(), zone), reason, clock.instant());
  }
}
