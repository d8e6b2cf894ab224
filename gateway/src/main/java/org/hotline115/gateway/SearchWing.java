package org.hotline115.gateway;

import java.util.List;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.search.SearchPlaces;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.SearchRoutes;

/** Searching the board, as agents meet it. */
public record SearchWing(SearchPlaces search, Communes communes) implements Wing {

  @Override
  public List<Routes> routes() {
    return List.of(new SearchRoutes(search, communes));
  }
}
