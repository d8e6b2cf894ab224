package org.hotline115.gateway.web;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldStatus;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/** A hold as everybody at a desk sees it. */
public record HoldView(
    HoldId holdId,
    PlaceGroupId placeGroupId,
    int places,
    AgentId agent,
    String agentName,
    @Nullable CallId callId,
    ContactId contactId,
    HoldStatus status,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant offeredAt) {

  public static HoldView of(Hold hold, DisplayNames names) {
    return new HoldView(
        hold.holdId(),
        hold.placeGroupId(),
        hold.places(),
        hold.agent(),
        names.of(hold.agent()),
        hold.callId(),
        hold.contactId(),
        hold.status(),
        hold.createdAt(),
        hold.expiresAt(),
        hold.offeredAt());
  }
}
