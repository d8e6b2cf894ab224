package org.hotline115.callflow.waitlist;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Passes on what nobody answered in time, and takes off the list who can be given nothing any more.
 * Every gateway does so: each offer ends once, under the lock of its schedule.
 */
public final class LapseOffers {

  private final JdbcOffers offers;
  private final JdbcOfferPage page;
  private final JdbcWaitingList list;
  private final WaitlistMetrics metrics;
  private final InstantSource clock;

  LapseOffers(
      JdbcOffers offers,
      JdbcOfferPage page,
      JdbcWaitingList list,
      WaitlistMetrics metrics,
      InstantSource clock) {
    this.offers = offers;
    this.page = page;
    this.list = list;
    this.metrics = metrics;
    this.clock = clock;
  }

  public void run() {
    Instant now = clock.instant();
    for (OfferId due : page.lapsed(now)) {
      if (offers.lapse(due, now)) {
        metrics.lapsed();
      }
    }
    list.endPast(now);
  }
}
