package org.hotline115.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.AllowForwardHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.function.Consumer;
import org.hotline115.gateway.UseCases;

/** The HTTP server: security headers, the gate, the features' routes, the dashboard's files. */
public final class WebServer {

  /** The largest body that a route reads; a file to import may be larger. */
  static final int BODY_BYTES_MAX = 64 * 1024;

  private static final int HEADER_BYTES_MAX = 16 * 1024;
  private static final int LINE_BYTES_MAX = 4 * 1024;
  private static final int IDLE_SECONDS_MAX = 75;

  /** Fixed: the kernel would keep several megabytes for a page that does not read. */
  private static final int SEND_BUFFER_BYTES = 256 * 1024;

  private static final int SOCKET_MESSAGE_BYTES_MAX = 4 * 1024;

  private final WebSettings settings;
  private final Router router;
  private final HttpServer server;

  /**
   * {@code outside} mounts what is not JSON of ours: the live socket, health, the webhooks. It
   * comes before the gate and guards itself.
   */
  public WebServer(
      Vertx vertx,
      WebSettings settings,
      Gate gate,
      UseCases useCases,
      List<Routes> features,
      Outside outside) {
    this.settings = settings;
    this.router = Router.router(vertx);
    SecurityHeaders headers = new SecurityHeaders(settings);
    router.allowForward(AllowForwardHeaders.NONE);
    router.route().handler(headers::add);
    outside.routes().accept(router);
    router.route().handler(context -> pass(context, gate));
    router
        .post("/api/imports")
        .handler(
            new SessionFirst(gate, useCases, "POST /api/imports", ImportRoutes.BODY_BYTES_MAX));
    router
        .post("/api/imports")
        .handler(BodyHandler.create(false).setBodyLimit(ImportRoutes.BODY_BYTES_MAX));
    router.route("/api/*").handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX));
    ApiRouter api = new ApiRouter(router, gate, useCases, outside.metrics());
    features.forEach(feature -> feature.mount(api));
    router.route().handler(new StaticFiles(headers)::handle);
    errors();
    this.server = vertx.createHttpServer(options()).requestHandler(router);
  }

  /** What stands beside the JSON routes. */
  public record Outside(Consumer<Router> routes, MeterRegistry metrics) {}

  private HttpServerOptions options() {
    return new HttpServerOptions()
        .setHost(settings.host())
        .setPort(settings.port())
        .setHttp2ClearTextEnabled(false)
        .setSendBufferSize(SEND_BUFFER_BYTES)
        .setMaxHeaderSize(HEADER_BYTES_MAX)
        .setMaxInitialLineLength(LINE_BYTES_MAX)
        .setIdleTimeout(IDLE_SECONDS_MAX)
        .setMaxWebSocketFrameSize(SOCKET_MESSAGE_BYTES_MAX)
        .setMaxWebSocketMessageSize(SOCKET_MESSAGE_BYTES_MAX)
        .setPerFrameWebSocketCompressionSupported(false)
        .setPerMessageWebSocketCompressionSupported(false);
  }

  private static void pass(RoutingContext context, Gate gate) {
    try {
      gate.checkAddress(context.request());
    } catch (Problem.Refused refused) {
      ApiRouter.plain(context, refused.problem());
      return;
    }
    context.next();
  }

  private void errors() {
    error(400, "BAD_REQUEST", "this request cannot be read");
    error(404, "NOT_FOUND", "there is nothing here");
    error(413, "TOO_LARGE", "more than this route reads");
    router.errorHandler(
        500,
        context -> {
          if (context.failure() instanceof Problem.Refused refused) {
            ApiRouter.plain(context, refused.problem());
          } else {
            ApiRouter.plain(context, Problem.of(500, "BUG", "this is our mistake"));
          }
        });
  }

  private void error(int status, String code, String detail) {
    router.errorHandler(
        status, context -> ApiRouter.plain(context, Problem.of(status, code, detail)));
  }

  /** The port it really listens on: the settings may say 0. */
  public Future<Integer> start() {
    return server.listen().map(HttpServer::actualPort);
  }

  public Future<Void> stop() {
    return server.close();
  }

  /** For the test that compares the routes with the OpenAPI document. */
  Router router() {
    return router;
  }
}
