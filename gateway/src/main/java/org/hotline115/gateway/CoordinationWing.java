package org.hotline115.gateway;

import java.time.Duration;
import java.util.List;
import org.hotline115.gateway.web.ClosureRoutes;
import org.hotline115.gateway.web.DirectoryRoutes;
import org.hotline115.gateway.web.ImportRoutes;
import org.hotline115.gateway.web.PriorityRoutes;
import org.hotline115.gateway.web.ReferenceRoutes;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.SurgeRoutes;

/** The coordinators' page and what moves by itself behind it. */
public record CoordinationWing(Coordination coordination) implements Wing {

  private static final Duration DUE_LOOKED_FOR_EVERY = Duration.ofSeconds(5);

  private static final Duration PURGE_EVERY = Duration.ofHours(1);

  private static final Duration DIRECTORY_LOOKED_AT_EVERY = Duration.ofSeconds(1);

  @Override
  public List<Routes> routes() {
    return List.of(
        new ClosureRoutes(
            coordination.closures(),
            coordination.board().readBoard(),
            coordination.access().managedSites(),
            coordination.access().displayNames(),
            coordination.ground().clock()),
        new DirectoryRoutes(coordination.directory()),
        new ImportRoutes(coordination.directory(), coordination.access().displayNames()),
        new SurgeRoutes(
            coordination.surge(),
            coordination.board().readBoard(),
            coordination.access().displayNames(),
            coordination.ground().clock()),
        new ReferenceRoutes(
            coordination.reference().keepLists(), coordination.access().displayNames()),
        new PriorityRoutes(coordination.priority().rules(), coordination.access().displayNames()));
  }

  @Override
  public void start(Jobs jobs) {
    jobs.every(
        DIRECTORY_LOOKED_AT_EVERY,
        "changes of the directory",
        coordination.board().followDirectory()::run);
    jobs.every(
        PURGE_EVERY, "imports kept long enough", coordination.directory().purgeImports()::run);
    jobs.every(DUE_LOOKED_FOR_EVERY, "due plans", coordination.surge().openAndClosePlans()::run);
    jobs.every(
        DUE_LOOKED_FOR_EVERY, "due closures", coordination.closures().beginAndEndClosures()::run);
  }
}
