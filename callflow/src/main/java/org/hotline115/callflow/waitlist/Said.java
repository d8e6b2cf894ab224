package org.hotline115.callflow.waitlist;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.message.InboundText;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says to an offer.
 *
 * @param text null when an agent says it for the person
 */
record Said(boolean takes, By by, @Nullable InboundText text) {

  /** Who does something, and when. */
  record By(AgentId agent, Instant at) {}

  /** What an agent says counts as long as the seat is still kept. */
  boolean isLateFor(SlotOffer offer) {
    return text != null && !text.receivedAt().isBefore(offer.answerBefore());
  }

  @Nullable String textId() {
    return text == null ? null : text.providerId();
  }
}
