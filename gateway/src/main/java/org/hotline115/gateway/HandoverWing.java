package org.hotline115.gateway;

import java.time.InstantSource;
import java.util.List;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.handover.HandoverFeature;
import org.hotline115.gateway.web.HandoverRoutes;
import org.hotline115.gateway.web.Routes;

/** What one shift leaves to the next, as desks meet it. */
public record HandoverWing(HandoverFeature handover, DisplayNames names, InstantSource clock)
    implements Wing {

  @Override
  public List<Routes> routes() {
    return List.of(new HandoverRoutes(handover, names, clock));
  }
}
