package org.hotline115.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionToken;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.gateway.UseCases;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each request through the gate, off the event loop and into its handler, and turns every way
 * out (answer, refusal, bug) into one HTTP answer. Here, and only here, exceptions end.
 */
final class ApiRouter implements Api {

  private static final Logger LOG = LoggerFactory.getLogger(ApiRouter.class);

  private final Router router;
  private final Gate gate;
  private final UseCases useCases;
  private final MeterRegistry metrics;

  ApiRouter(Router router, Gate gate, UseCases useCases, MeterRegistry metrics) {
    this.router = router;
    this.gate = gate;
    this.useCases = useCases;
    this.metrics = metrics;
  }

  @Override
  public void route(HttpMethod method, String path, Handler handler) {
    String name = method + " " + path;
    Set<Role> roles =
        Permissions.of(name)
            .orElseThrow(() -> new IllegalStateException(name + " is not in Permissions"));
    router.route(method, path).handler(context -> run(context, name, roles, handler));
  }

  private void run(RoutingContext context, String name, Set<Role> roles, Handler handler) {
    Optional<SessionToken> token = gate.token(context.request());
    HttpMethod method = context.request().method();
    Buffer body = context.body().buffer();
    String type = context.request().getHeader("Content-Type");
    String csrf = context.request().getHeader("X-CSRF-Token");
    String address = context.request().remoteAddress().hostAddress();
    Map<String, String> path = Map.copyOf(context.pathParams());
    Map<String, @Nullable Object> query = query(context);
    useCases
        .run(() -> {
          Optional<ApiRequest.SignedIn> signedIn = gate.signedIn(token);
          gate.checkAllowed(method, roles, signedIn, csrf);
          Answer answer =
              handler.handle(new ApiRequest(signedIn, address, path, query, json(body, type)));
          return new Written(answer, bytes(answer));
        })
        .onSuccess(written -> send(context, name, written))
        .onFailure(failure -> sendFailure(context, name, failure));
  }

  private record Written(Answer answer, Optional<Buffer> body) {}

  private static Map<String, @Nullable Object> query(RoutingContext context) {
    Map<String, @Nullable Object> query = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : context.queryParams()) {
      if (query.put(entry.getKey(), entry.getValue()) != null) {
        throw Problem.field(
                "DUPLICATE_FIELD", StrictJson.shown(entry.getKey()), "a parameter stands twice")
            .refused();
      }
    }
    return query;
  }

  private static Map<String, @Nullable Object> json(@Nullable Buffer body, @Nullable String type) {
    if (body == null || body.length() == 0) {
      return Map.of();
    }
    if (type == null || !type.replaceAll("\\s*;.*", "").equalsIgnoreCase("application/json")) {
      throw Problem.of(415, "NOT_JSON", "the body must be application/json").refused();
    }
    return StrictJson.object(body.getBytes());
  }

  private static Optional<Buffer> bytes(Answer answer) {
    Object body = answer.body();
    if (body == null) {
      return Optional.empty();
    }
    if (body instanceof Download file) {
      return Optional.of(Buffer.buffer(file.bytes()));
    }
    return Optional.of(
        Buffer.buffer(Json.bytes(body instanceof Problem problem ? problem.body() : body)));
  }

  private void send(RoutingContext context, String name, Written written) {
    count(name, written.answer().status());
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return; // the browser has gone
    }
    response.setStatusCode(written.answer().status());
    if (written.answer().cookie() != null) {
      response.addCookie(written.answer().cookie());
    }
    if (written.answer().body() instanceof Problem problem) {
      response.putHeader("Content-Type", "application/problem+json");
      Object retryAfter = problem.more().get("retryAfterSeconds");
      if (retryAfter != null) {
        response.putHeader("Retry-After", retryAfter.toString());
      }
    } else if (written.answer().body() instanceof Download file) {
      response.putHeader("Content-Type", file.type());
      response.putHeader("Content-Disposition", "attachment; filename=\"" + file.fileName() + "\"");
    } else if (written.body().isPresent()) {
      response.putHeader("Content-Type", "application/json");
    }
    written.body().ifPresentOrElse(response::end, response::end);
  }

  private void sendFailure(RoutingContext context, String name, Throwable failure) {
    Problem problem = problem(name, failure);
    send(context, name, new Written(Answer.problem(problem), bytes(Answer.problem(problem))));
  }

  static Problem problem(String name, Throwable failure) {
    return switch (failure) {
      case Problem.Refused refused -> refused.problem();
      case UseCases.Busy busy ->
          Problem.of(503, "BUSY", "too much at once").with("retryAfterSeconds", 1);
      case RecordsAway away -> {
        LOG.atWarn().addKeyValue("route", name).log("the records are away");
        yield Problem.of(503, "RECORDS_DOWN", "the records cannot be reached now");
      }
      default -> {
        LOG.atError().addKeyValue("route", name).setCause(failure).log("a request failed");
        yield Problem.of(500, "BUG", "this is our mistake");
      }
    };
  }

  private void count(String name, int status) {
    metrics
        .counter("gateway_http_requests_total", "route", name, "status", Integer.toString(status))
        .increment();
  }

  /** For what never reached a handler: unknown path, too large, wrong method. */
  static void plain(RoutingContext context, Problem problem) {
    if (context.response().ended()) {
      return;
    }
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", "application/problem+json")
        .end(Buffer.buffer(Json.bytes(problem.body())));
  }
}
