package org.hotline115.callflow.board;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps places for the household on the line. One round trip to Redis; PostgreSQL is not asked.
 * Fail-closed: while the board is down nothing is kept, and it says so at once.
 */
public final class HoldPlaces {

  private final PlaceBoard board;
  private final BoardMirror mirror;
  private final PlaceCatalogue catalogue;
  private final BoardMetrics metrics;
  private final InstantSource clock;
  private final ZoneId zone;

  HoldPlaces(
      PlaceBoard board,
      BoardMirror mirror,
      PlaceCatalogue catalogue,
      BoardMetrics metrics,
      InstantSource clock,
      ZoneId zone) {
    this.board = board;
    this.mirror = mirror;
    this.catalogue = catalogue;
    this.metrics = metrics;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Who keeps what for how many. {@code holdId} is the client's: it asks again with the same one. A
   * household takes whole rooms, so the hold may keep more places than it has persons.
   */
  public record Wish(
      HoldId holdId,
      PlaceGroupId placeGroupId,
      int persons,
      AgentId agent,
      @Nullable CallId callId,
      ContactId contactId) {}

  public HoldResult run(Wish wish) {
    long started = System.nanoTime();
    HoldResult result =
        mirror.light() == BoardLight.DOWN ? new HoldResult.BoardDown() : board.hold(request(wish));
    metrics.holdAsked(result, Duration.ofNanos(System.nanoTime() - started));
    return result;
  }

  private HoldRequest request(Wish wish) {
    return new HoldRequest(
        wish.holdId(),
        wish.placeGroupId(),
        NightOf.at(clock.instant(), zone),
        places(wish),
        wish.agent(),
        wish.callId(),
        wish.contactId());
  }

  private int places(Wish wish) {
    return catalogue
        .find(wish.placeGroupId())
        .map(group -> group.capacity().placesFor(wish.persons()))
        .orElse(wish.persons());
  }
}
