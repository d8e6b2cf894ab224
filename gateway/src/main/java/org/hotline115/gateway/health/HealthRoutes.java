package org.hotline115.gateway.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Consumer;

/**
 * For machines that watch, without a session: {@code /health/live} while the process answers,
 * {@code /health/ready} when somebody can work (the records answered once; a part that is down
 * later shows on the desk but does not take the gateway out), {@code /metrics} only from this
 * machine.
 */
public final class HealthRoutes implements Consumer<Router> {

  private final Parts parts;
  private final PrometheusMeterRegistry metrics;
  private volatile boolean recordsAnsweredOnce;

  public HealthRoutes(Parts parts, PrometheusMeterRegistry metrics) {
    this.parts = parts;
    this.metrics = metrics;
  }

  @Override
  public void accept(Router router) {
    router.get("/health/live").handler(context -> text(context, 200, "live\n"));
    router.get("/health/ready").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  private void ready(RoutingContext context) {
    recordsAnsweredOnce |= parts.isUp(Parts.RECORDS);
    StringBuilder shown = new StringBuilder(recordsAnsweredOnce ? "ready\n" : "not ready\n");
    parts.now().forEach((part, state) -> shown.append(part).append(' ').append(state).append('\n'));
    text(context, recordsAnsweredOnce ? 200 : 503, shown.toString());
  }

  private void metrics(RoutingContext context) {
    if (!isLoopback(context.request().remoteAddress().hostAddress())
        || context.request().getHeader("X-Forwarded-For") != null) {
      text(context, 404, "not found\n");
      return;
    }
    context
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .end(metrics.scrape());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException strange) {
      return false;
    }
  }

  private static void text(RoutingContext context, int status, String text) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/plain; charset=utf-8")
        .end(text);
  }
}
