package org.hotline115.callflow.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;

/** Values that the tests of the board share. */
final class BoardSamples {

  static final NightOf TONIGHT = new NightOf(LocalDate.of(2026, 11, 23));
  static final Instant NOW = Instant.parse("2026-11-23T17:42:10Z");
  static final AgentId CLAIRE = new AgentId("claire");
  static final AgentId KARIM = new AgentId("karim");
  static final PlaceGroupId LILAS = new PlaceGroupId("lilas-famille");
  static final PlaceGroupId BELLEVUE = new PlaceGroupId("bellevue");

  private BoardSamples() {}

  static CapacityState figures(PlaceGroupId group, int open, int occupied, long record) {
    return new CapacityState(
        group, TONIGHT, open, occupied, 0, 0, NOW, "équipe de nuit", UpdateSource.WEB, record, 0);
  }

  static BoardPicture picture(CapacityState... states) {
    return new BoardPicture(100, NOW, List.of(states), List.of());
  }

  static HoldRequest wish(PlaceGroupId group, int places, AgentId agent) {
    return new HoldRequest(
        new HoldId(UUID.randomUUID()),
        group,
        TONIGHT,
        places,
        agent,
        new CallId("hotline1-1.1"),
        new ContactId(UUID.randomUUID()));
  }
}
