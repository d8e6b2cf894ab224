package org.hotline115.gateway.live;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.access.SessionToken;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.web.Gate;

/**
 * The door of the live socket: a page of ours, with a living session. Everything else is refused
 * before the upgrade.
 */
public final class LiveRoutes implements Consumer<Router> {

  private final LiveDesk desk;
  private final Gate gate;
  private final UseCases useCases;

  public LiveRoutes(LiveDesk desk, Gate gate, UseCases useCases) {
    this.desk = desk;
    this.gate = gate;
    this.useCases = useCases;
  }

  @Override
  public void accept(Router router) {
    router.get("/live").handler(this::open);
  }

  private void open(RoutingContext context) {
    if (!"websocket".equalsIgnoreCase(context.request().getHeader("Upgrade"))) {
      refuse(context, 426);
      return;
    }
    if (!gate.isOwnPage(context.request())) {
      refuse(context, 403);
      return;
    }
    Optional<SessionToken> token = gate.token(context.request());
    context.request().pause();
    useCases
        .run(() -> gate.session(token))
        .onSuccess(session ->
            session.ifPresentOrElse(living -> upgrade(context, living), () -> refuse(context, 401)))
        .onFailure(unknown -> refuse(context, 503));
  }

  private void upgrade(RoutingContext context, Session session) {
    if (desk.hub().isFull(session)) {
      refuse(context, 503);
      return;
    }
    context
        .request()
        .toWebSocket()
        .onSuccess(socket -> accept(socket, session))
        .onFailure(notOne -> context.fail(400));
  }

  /** The snapshot is put together off the event loop; what the page says meanwhile waits. */
  private void accept(ServerWebSocket socket, Session session) {
    desk.hub()
        .accept(
            socket,
            session,
            live -> offLoop(() -> desk.greet(live)),
            live -> offLoop(() -> desk.resync(live)));
  }

  private void offLoop(Runnable work) {
    useCases.run(() -> {
      work.run();
      return true;
    });
  }

  private static void refuse(RoutingContext context, int status) {
    context.request().resume();
    if (!context.response().ended()) {
      context.response().setStatusCode(status).putHeader("Connection", "close").end();
    }
  }
}
