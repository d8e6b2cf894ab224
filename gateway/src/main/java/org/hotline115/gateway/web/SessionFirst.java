package org.hotline115.gateway.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionToken;
import org.hotline115.gateway.UseCases;

/**
 * Before a route whose body may be large: its length, then session and role, and only then a byte
 * of it. A stranger costs a look at a cookie, not megabytes of memory. Fails closed; the route's
 * own gate asks again.
 */
final class SessionFirst implements Handler<RoutingContext> {

  private final Gate gate;
  private final UseCases useCases;
  private final String route;
  private final Set<Role> roles;
  private final int bytesMax;

  SessionFirst(Gate gate, UseCases useCases, String route, int bytesMax) {
    this.gate = gate;
    this.useCases = useCases;
    this.route = route;
    this.roles = Permissions.of(route).orElseThrow();
    this.bytesMax = bytesMax;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (declared(request) > bytesMax) {
      refuse(context, Problem.of(413, "TOO_LARGE", "at most " + bytesMax + " bytes"));
      return;
    }
    Optional<SessionToken> token = gate.token(request);
    String csrf = request.getHeader("X-CSRF-Token");
    request.pause();
    useCases
        .run(() -> {
          gate.checkAllowed(request.method(), roles, gate.signedIn(token), csrf);
          return true;
        })
        .onSuccess(_ -> {
          context.next(); // the reader is there before the first byte flows
          request.resume();
        })
        .onFailure(failure -> refuse(context, ApiRouter.problem(route, failure)));
  }

  /** A length that is no number is left to the reader, which counts. */
  private static long declared(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException strange) {
      return 0;
    }
  }

  /** What still comes is thrown away, so that the sender hears why. */
  private static void refuse(RoutingContext context, Problem problem) {
    ApiRouter.plain(context, problem);
    context.request().resume();
  }
}
