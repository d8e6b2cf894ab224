package org.hotline115.callflow.waitlist;

import java.time.Instant;
import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.message.InboundText;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * Offers a seat to the person whose turn it is, and hears the answer. Only one person is asked
 * about a seat at a time, and it is kept meanwhile; without PostgreSQL nothing is promised
 * (fail-closed).
 */
public final class OfferSeats {

  private final JdbcOffers offers;
  private final WaitlistMetrics metrics;
  private final InstantSource clock;

  OfferSeats(JdbcOffers offers, WaitlistMetrics metrics, InstantSource clock) {
    this.offers = offers;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** An agent wants a free seat to go to the list; what people give up goes there by itself. */
  public SlotOfferResult offer(
      OfferId offerId, ScheduleId scheduleId, Instant startsAt, AgentId by) {
    SlotOfferResult result;
    try {
      result = offers.offer(offerId, scheduleId, startsAt, new Said.By(by, clock.instant()));
    } catch (RecordsAway away) {
      result = new SlotOfferResult.RecordsDown();
    }
    metrics.counted("offer", result);
    return result;
  }

  /** An agent says what the person said. What was taken is given back by its own cancellation. */
  public SlotOfferResult answer(OfferId offerId, boolean takes, AgentId by) {
    SlotOfferResult result = answer(offerId, takes, by, null);
    return !takes && result instanceof SlotOfferResult.Taken taken
        ? new SlotOfferResult.Over(taken.offer())
        : result;
  }

  SlotOfferResult answer(OfferId offerId, boolean takes, AgentId by, @Nullable InboundText text) {
    SlotOfferResult result;
    try {
      result = offers.answer(offerId, new Said(takes, new Said.By(by, clock.instant()), text));
    } catch (RecordsAway away) {
      result = new SlotOfferResult.RecordsDown();
    }
    metrics.counted(takes ? "take" : "decline", result);
    return result;
  }
}
