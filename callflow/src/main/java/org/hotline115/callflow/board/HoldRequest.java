package org.hotline115.callflow.board;

import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/** What an agent asks for when keeping places. */
public record HoldRequest(
    HoldId holdId,
    PlaceGroupId placeGroupId,
    NightOf nightOf,
    int places,
    AgentId agent,
    @Nullable CallId callId,
    ContactId contactId) {

  public HoldRequest {
    if (places < 1 || places > Household.PERSONS_MAX) {
      throw new IllegalArgumentException("a hold keeps 1 to " + Household.PERSONS_MAX + " places");
    }
  }
}
