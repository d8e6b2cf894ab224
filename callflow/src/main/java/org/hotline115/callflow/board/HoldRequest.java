package org.hotline115.callflow.board;

import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.Capacity;
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

  /** The largest household in the rooms that waste most. */
  public static final int PLACES_MAX = Household.PERSONS_MAX + Capacity.ROOM_SIZE_MAX - 1;

  public HoldRequest {
    if (places < 1 || places > PLACES_MAX) {
      throw new IllegalArgumentException("a hold keeps 1 to " + PLACES_MAX + " places");
    }
  }
}
