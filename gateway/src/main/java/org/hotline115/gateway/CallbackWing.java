package org.hotline115.gateway;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.gateway.web.AbandonedRoutes;
import org.hotline115.gateway.web.CallbackRoutes;
import org.hotline115.gateway.web.Routes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Promises owed, as agents and supervisors see them: asked for once, then told when they change.
 */
public final class CallbackWing implements Wing {

  private static final Logger log = LoggerFactory.getLogger(CallbackWing.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final CallbackRoutes routes;
  private final AbandonedRoutes abandoned;
  private List<CallbackRoutes.CallbackView> told = List.of();

  public CallbackWing(CallbackFeature callbacks) {
    routes = new CallbackRoutes(callbacks);
    abandoned = new AbandonedRoutes(callbacks.ringAbandoned());
  }

  @Override
  public List<Routes> routes() {
    return List.of(routes, abandoned);
  }

  @Override
  public void start(Jobs jobs, BiConsumer<String, Object> tellDesks) {
    jobs.every(LOOK_EVERY, "promises owed", () -> look(tellDesks));
  }

  private void look(BiConsumer<String, Object> tellDesks) {
    try {
      List<CallbackRoutes.CallbackView> owed = routes.owed();
      if (!owed.equals(told)) {
        told = owed;
        tellDesks.accept("promises", owed);
      }
    } catch (RecordsAway away) {
      log.atDebug().log("records are away, the promises on the screens grow older");
    }
  }
}
