package org.hotline115.callflow.message;

import java.time.InstantSource;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.store.Ids;

/**
 * Writes the text that tells a person where the promised place is, and until when. Fails closed:
 * without agreement, or when it could harm, nothing is sent; a secret address is never written.
 */
public final class OfferPlace {

  private final OfferWords words;
  private final JdbcOutbox outbox;
  private final JdbcOptOuts optOuts;
  private final Runnable wakeSender;
  private final MessageMetrics metrics;
  private final InstantSource clock;
  private final Ids ids;

  OfferPlace(
      OfferWords words,
      JdbcOutbox outbox,
      JdbcOptOuts optOuts,
      Runnable wakeSender,
      MessageMetrics metrics,
      InstantSource clock) {
    this.words = words;
    this.outbox = outbox;
    this.optOuts = optOuts;
    this.wakeSender = wakeSender;
    this.metrics = metrics;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** Repeatable: one placement has one text, and what was decided the first time stays. */
  public OfferResult run(PlaceOffer offer) {
    OfferResult result = decide(offer);
    metrics.offered(result);
    return result;
  }

  private OfferResult decide(PlaceOffer offer) {
    Recipient recipient = offer.recipient();
    if (!offer.smsAgreed()) {
      return OfferResult.NOT_AGREED;
    }
    if (recipient == null) {
      return OfferResult.NO_NUMBER;
    }
    return switch (outbox.put(message(offer, recipient))) {
      case SUPPRESSED_DISCRETION -> OfferResult.SUPPRESSED_DISCRETION;
      case SUPPRESSED_OPT_OUT -> OfferResult.OPTED_OUT;
      case QUEUED,
          SENDING,
          UNKNOWN,
          EXPIRED,
          WITHDRAWN,
          SENT,
          FAILED,
          UNDELIVERED,
          DELIVERED,
          JOURNALED -> {
        wakeSender.run();
        yield OfferResult.QUEUED;
      }
    };
  }

  private NewMessage message(PlaceOffer offer, Recipient recipient) {
    MessageStatus status = status(offer, recipient);
    return new NewMessage(
        new MessageId(ids.next()),
        "BED_OFFER:" + offer.placementId(),
        words.template(offer),
        offer.language(),
        offer.contactId(),
        offer.placementId(),
        offer.by(),
        recipient,
        status == MessageStatus.QUEUED ? words.write(offer) : "",
        status,
        clock.instant(),
        offer.arriveBefore(),
        null);
  }

  private MessageStatus status(PlaceOffer offer, Recipient recipient) {
    if (offer.discretion() == Discretion.NONE) {
      return MessageStatus.SUPPRESSED_DISCRETION;
    }
    return optOuts.isOptedOut(recipient, SmsPurpose.SHELTER_ANSWER)
        ? MessageStatus.SUPPRESSED_OPT_OUT
        : MessageStatus.QUEUED;
  }
}
