package org.hotline115.callflow.message;

import java.time.Instant;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.Discretion;
import org.jspecify.annotations.Nullable;

/**
 * A promised place as far as a text needs it. {@code address} is empty when it is secret or not
 * known; {@code by} is the agent who promised.
 */
public record PlaceOffer(
    UUID contactId,
    UUID placementId,
    @Nullable Recipient recipient,
    String language,
    boolean smsAgreed,
    Discretion discretion,
    Instant arriveBefore,
    String address,
    AgentId by) {

  @Override
  public String toString() {
    return "offer of placement " + placementId;
  }
}
