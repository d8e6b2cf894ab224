package org.hotline115.callflow.waitlist;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.PhoneNumber;

/** The waiting lists of a site, and the number of who must be called. */
public final class ReadWaitingList {

  private final JdbcOfferPage page;
  private final InstantSource clock;

  ReadWaitingList(JdbcOfferPage page, InstantSource clock) {
    this.page = page;
    this.clock = clock;
  }

  public WaitingList of(String siteId) {
    return page.of(siteId);
  }

  /** Empty when the offer has ended or nobody gave a number. Each opening is on record. */
  public Optional<PhoneNumber> open(OfferId offerId, AgentId by) {
    return page.open(offerId, by, clock.instant());
  }
}
