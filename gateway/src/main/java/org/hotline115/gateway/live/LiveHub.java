package org.hotline115.gateway.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.http.WebSocketFrameType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Session;

/**
 * The open pages. Whatever is told from anywhere is put in line for the one event loop that owns
 * all sockets, so each page hears everything in the order in which it was told. A page that does
 * not read is closed before it fills the memory.
 */
final class LiveHub {

  static final int SOCKETS_MAX = 10_000;
  static final int SOCKETS_PER_SESSION_MAX = 12;
  static final long PING_MILLIS = 20_000;
  static final Duration SILENCE_MAX = Duration.ofSeconds(70);

  private final Context loop;
  private final InstantSource clock;
  private final Set<LiveSocket> sockets = ConcurrentHashMap.newKeySet();
  private final Counter tooSlow;
  private final Counter hostile;
  private final Counter sent;

  LiveHub(Vertx vertx, InstantSource clock, MeterRegistry metrics) {
    this.loop = vertx.getOrCreateContext();
    this.clock = clock;
    this.tooSlow = metrics.counter("gateway_live_too_slow_total");
    this.hostile = metrics.counter("gateway_live_refused_total");
    this.sent = metrics.counter("gateway_live_messages_total");
    Gauge.builder("gateway_live_sockets", sockets, Set::size).register(metrics);
    vertx.setPeriodic(PING_MILLIS, _ -> loop.runOnContext(_ -> pingAll()));
  }

  boolean isFull(Session session) {
    return sockets.size() >= SOCKETS_MAX
        || sockets.stream()
                .filter(open -> open.session().tokenHash().equals(session.tokenHash()))
                .count()
            >= SOCKETS_PER_SESSION_MAX;
  }

  /** {@code greet} is told the socket once, before anything else reaches it. */
  void accept(
      ServerWebSocket socket,
      Session session,
      Consumer<LiveSocket> greet,
      Consumer<LiveSocket> resync) {
    LiveSocket live = new LiveSocket(socket, session, clock.instant());
    socket.frameHandler(frame -> heard(live, frame, resync));
    socket.pongHandler(_ -> loop.runOnContext(_ -> live.heardPong(clock.instant())));
    socket.closeHandler(_ -> sockets.remove(live));
    socket.exceptionHandler(broken -> {
      sockets.remove(live);
      hostile.increment();
    });
    greet.accept(live);
  }

  /** From now on the page hears everything. */
  void add(LiveSocket live) {
    sockets.add(live);
  }

  private void heard(LiveSocket live, WebSocketFrame frame, Consumer<LiveSocket> resync) {
    if (frame.isClose() || frame.type() == WebSocketFrameType.PONG) {
      return; // a pong, the answer to our own ping, has its own handler
    }
    boolean wellBehaved = live.heardFrame(clock.instant());
    if (wellBehaved && frame.isPing()) {
      return; // answered by itself
    }
    boolean resyncAsked =
        frame.isText()
            && frame.isFinal()
            && frame.textData().strip().equals("{\"type\":\"resync\"}");
    if (wellBehaved && resyncAsked) {
      resync.accept(live);
    } else {
      hostile.increment();
      live.close(LiveSocket.POLICY, "only resync is understood");
    }
  }

  /** To every page that {@code whom} names. The text is made once. */
  void tell(Predicate<LiveSocket> whom, String text) {
    loop.runOnContext(_ -> {
      for (LiveSocket socket : sockets) {
        if (whom.test(socket)) {
          deliver(socket, text);
        }
      }
    });
  }

  void tellOne(LiveSocket socket, String text) {
    loop.runOnContext(_ -> deliver(socket, text));
  }

  private void deliver(LiveSocket socket, String text) {
    if (socket.send(text)) {
      sent.increment();
    } else {
      tooSlow.increment();
      sockets.remove(socket);
    }
  }

  void tell(AgentId agent, String text) {
    tell(socket -> socket.isDesk() && socket.session().agent().equals(agent), text);
  }

  boolean isWatching(AgentId agent) {
    return sockets.stream().anyMatch(socket -> socket.session().agent().equals(agent));
  }

  void endSession(String tokenHash) {
    closeIf(
        socket -> socket.session().tokenHash().equals(tokenHash),
        LiveSocket.POLICY,
        "the session has ended");
  }

  void closeAll() {
    closeIf(_ -> true, LiveSocket.GOING_AWAY, "the gateway stops");
  }

  boolean isEmpty() {
    return sockets.isEmpty();
  }

  Set<LiveSocket> open() {
    return Set.copyOf(sockets);
  }

  void closeIf(Predicate<LiveSocket> whom, short code, String reason) {
    loop.runOnContext(_ ->
        sockets.stream()
            .filter(whom)
            .toList()
            .forEach(socket -> {
              socket.close(code, reason);
              sockets.remove(socket);
            }));
  }

  private void pingAll() {
    Instant horizon = clock.instant().minus(SILENCE_MAX);
    for (LiveSocket socket : List.copyOf(sockets)) {
      if (socket.silentSince(horizon)) {
        socket.close(LiveSocket.GOING_AWAY, "no answer");
        sockets.remove(socket);
      } else {
        socket.ping();
      }
    }
  }
}
