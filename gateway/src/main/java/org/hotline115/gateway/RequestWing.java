package org.hotline115.gateway;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.freed.FreedFeature;
import org.hotline115.callflow.placement.PlacementFeature;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.search.SearchPlaces;
import org.hotline115.gateway.web.FreedRoutes;
import org.hotline115.gateway.web.RequestRoutes;
import org.hotline115.gateway.web.Routes;

/** What households ask for, and who is helped next when a place comes back. */
public final class RequestWing implements Wing {

  private static final Duration NIGHT_LOOKED_AT_EVERY = Duration.ofSeconds(20);
  private static final Duration TURNS_LOOKED_AT_EVERY = Duration.ofSeconds(2);

  private final RequestFeature requests;
  private final FreedFeature freed;
  private final FreedRoutes freedRoutes;
  private final RequestRoutes requestRoutes;

  public RequestWing(
      RequestFeature requests,
      PlacementFeature placements,
      SearchPlaces search,
      ReadContacts contacts,
      FreedFeature freed,
      FreedRoutes freedRoutes) {
    this.requests = requests;
    this.freed = freed;
    this.freedRoutes = freedRoutes;
    this.requestRoutes = new RequestRoutes(requests, placements.readPlacements(), contacts, search);
  }

  @Override
  public List<Routes> routes() {
    return List.of(requestRoutes, freedRoutes);
  }

  @Override
  public void start(Jobs jobs, BiConsumer<String, Object> tellDesks) {
    jobs.every(NIGHT_LOOKED_AT_EVERY, "the night's change", requests.turnNight()::run);
    jobs.every(TURNS_LOOKED_AT_EVERY, "freed places", freed.proposeFreedPlaces()::run);
    // Also what another gateway proposed: all read the same rows.
    jobs.news(
        TURNS_LOOKED_AT_EVERY,
        "freed places on desks",
        List.of(),
        freedRoutes::open,
        now -> tellDesks.accept("freedPlaces", now));
  }
}
