package org.hotline115.gateway;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hotline115.gateway.web.Routes;

/**
 * Features that meet browsers and providers together: their routes, their webhooks, their jobs. The
 * desk mounts and starts each wing and knows nothing of what it does.
 */
public interface Wing {

  /** What signed-in people may ask; who may is decided by the table of permissions. */
  List<Routes> routes();

  /** What comes before the gate and checks its own signatures or links. */
  default List<Consumer<Router>> webhooks() {
    return List.of();
  }

  /** After the doors are open. {@code jobs} ends with the desk. */
  default void start(Jobs jobs) {}

  /** The same for a wing that tells open desks by itself: a message's type, and its body. */
  default void start(Jobs jobs, BiConsumer<String, Object> tellDesks) {
    start(jobs);
  }

  /** Before the features behind it are closed. */
  default void close() {}
}
