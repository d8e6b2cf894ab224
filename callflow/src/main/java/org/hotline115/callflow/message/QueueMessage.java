package org.hotline115.callflow.message;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.Ids;

/**
 * Puts the text about a promised place into the outbox, once for its cause however often it is
 * asked. Fails closed: no discretion known, no agreement, a secret address are no text.
 */
public final class QueueMessage {

  /** Who gets it and what may be said. An empty address is a secret one. */
  public record BedOffer(
      UUID causeId,
      CallerKey toKey,
      PhoneNumber to,
      String language,
      Discretion discretion,
      String arriveBefore,
      String address,
      Instant notAfter,
      AgentId causedBy) {}

  private final JdbcOutbox outbox;
  private final Templates templates;
  private final InstantSource clock;
  private final Ids ids;

  QueueMessage(JdbcOutbox outbox, Templates templates, InstantSource clock) {
    this.outbox = outbox;
    this.templates = templates;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** The status on record: QUEUED and later, or why it was suppressed. */
  public MessageStatus bedOffer(BedOffer offer) {
    TemplateCode code =
        switch (offer.discretion()) {
          case NORMAL, NONE -> TemplateCode.BED_OFFER;
          case NEUTRAL -> TemplateCode.BED_OFFER_NEUTRAL;
        };
    MessageStatus status = status(offer);
    boolean goesOut = status == MessageStatus.QUEUED;
    String body =
        goesOut
            ? templates.render(
                code,
                offer.language(),
                Map.of("arriveBefore", offer.arriveBefore(), "address", offer.address()))
            : null;
    return outbox
        .insertOnce(
            new JdbcOutbox.Draft(
                new MessageId(ids.next()),
                offer.causeId(),
                code,
                goesOut ? offer.toKey() : null,
                goesOut ? offer.to() : null,
                body,
                status,
                offer.causedBy(),
                clock.instant(),
                offer.notAfter()))
        .status();
  }

  private MessageStatus status(BedOffer offer) {
    if (offer.discretion() == Discretion.NONE || offer.address().isBlank()) {
      return MessageStatus.SUPPRESSED_DISCRETION;
    }
    return outbox.isOptedOut(offer.toKey())
        ? MessageStatus.SUPPRESSED_OPT_OUT
        : MessageStatus.QUEUED;
  }
}
