package org.hotline115.gateway;

import java.time.Duration;
import java.util.List;
import org.hotline115.gateway.web.ClosureRoutes;
import org.hotline115.gateway.web.PriorityRoutes;
import org.hotline115.gateway.web.Routes;

/** The coordinators' page and what moves by itself behind it. */
public record CoordinationWing(Coordination coordination) implements Wing {

  private static final Duration DUE_LOOKED_FOR_EVERY = Duration.ofSeconds(5);

  @Override
  public List<Routes> routes() {
    return List.of(
        new ClosureRoutes(
            coordination.closures(),
            coordination.board().readBoard(),
            coordination.access().managedSites(),
            coordination.access().displayNames(),
            coordination.ground().clock()),
        new PriorityRoutes(coordination.priority().rules(), coordination.access().displayNames()));
  }

  @Override
  public void start(Jobs jobs) {
    jobs.every(
        DUE_LOOKED_FOR_EVERY, "due closures", coordination.closures().beginAndEndClosures()::run);
  }
}
