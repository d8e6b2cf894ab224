package org.hotline115.gateway;

import java.util.List;
import org.hotline115.callflow.call.RingRescue;
import org.hotline115.gateway.web.RescueRoutes;
import org.hotline115.gateway.web.Routes;

/** The rescue before agents. */
public record RescueWing(RingRescue ringRescue) implements Wing {

  @Override
  public List<Routes> routes() {
    return List.of(new RescueRoutes(ringRescue));
  }
}
