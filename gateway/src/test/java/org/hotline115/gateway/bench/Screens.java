package org.hotline115.gateway.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.ClientWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/** Open screens, all on one event loop, that note when each numbered change has come. */
final class Screens implements AutoCloseable {

  private static final int SOCKETS_MOST = 10_000;
  private static final int SNAPSHOT_BYTES_MOST = 64 * 1024 * 1024;
  private static final int AT_ONCE = 50;
  private static final String CHANGE = "\"type\":\"boardChange\"";

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final WebSocketClient client =
      vertx.createWebSocketClient(
          new WebSocketClientOptions()
              .setMaxConnections(SOCKETS_MOST)
              .setMaxFrameSize(SNAPSHOT_BYTES_MOST)
              .setMaxMessageSize(SNAPSHOT_BYTES_MOST));
  private final int port;
  private final List<WebSocket> sockets = new ArrayList<>();
  private final AtomicInteger greeted = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicLong messages = new AtomicLong();
  private final AtomicInteger changes = new AtomicInteger();
  private final ConcurrentHashMap<String, String> lastOfType = new ConcurrentHashMap<>();
  private volatile long[] arrivals = new long[0];
  private boolean closing;

  Screens(int port) {
    this.port = port;
  }

  /** Opens so many; returns when each has heard {@code first}. */
  void open(int number, IntFunction<WebSocketConnectOptions> door, String first)
      throws InterruptedException {
    for (int i = 0; i < number; i += AT_ONCE) {
      List<Future<WebSocket>> some = new ArrayList<>();
      for (int screen = i; screen < Math.min(number, i + AT_ONCE); screen++) {
        ClientWebSocket socket = client.webSocket();
        listen(socket, first); // before it is open: the first words come with the handshake
        some.add(socket.connect(door.apply(screen).setHost("127.0.0.1").setPort(port)));
      }
      for (Future<WebSocket> one : some) {
        sockets.add(one.await());
      }
    }
    BoardGround.await("each screen is greeted", () -> greeted.get() >= number);
  }

  private void listen(WebSocket socket, String first) {
    socket.textMessageHandler(text -> heard(text, first));
    socket.closeHandler(_ -> {
      if (!closing) {
        lost.incrementAndGet();
      }
    });
  }

  private void heard(String text, String first) {
    messages.incrementAndGet();
    if (text.contains(CHANGE)) {
      int number = changes.getAndIncrement();
      long[] round = arrivals;
      if (number < round.length) {
        round[number] = System.nanoTime();
      }
      lastOfType.putIfAbsent("change", text);
    } else if (text.contains("\"type\":\"hold\"")) {
      lastOfType.putIfAbsent("hold", text);
    } else if (text.contains(first)) {
      greeted.incrementAndGet();
    }
  }

  /** Milliseconds from {@code tell} to each screen, when it has told one change. */
  double[] oneChange(Runnable tell) throws InterruptedException {
    arrivals = new long[sockets.size()];
    changes.set(0);
    long told = System.nanoTime();
    tell.run();
    awaitChanges(1);
    return Arrays.stream(arrivals).mapToDouble(at -> (at - told) / 1e6).toArray();
  }

  /** Messages a second of all screens together while so many changes are told at once. */
  double flood(int number, int messagesOfEach, Runnable tellAll) throws InterruptedException {
    arrivals = new long[0];
    changes.set(0);
    messages.set(0);
    long started = System.nanoTime();
    tellAll.run();
    awaitChanges(number);
    long all = (long) sockets.size() * number * messagesOfEach;
    BoardGround.await("each message has come", () -> messages.get() >= all);
    return all * 1e9 / (System.nanoTime() - started);
  }

  private void awaitChanges(int number) throws InterruptedException {
    long all = (long) sockets.size() * number;
    BoardGround.await("each screen heard each change", () -> changes.get() >= all || lost() > 0);
    if (lost() > 0) {
      throw new IllegalStateException(lost() + " screens were closed");
    }
  }

  /** Screens that were closed though nobody wanted it. */
  int lost() {
    return lost.get();
  }

  /** What one change says to a desk, to say the same elsewhere. */
  List<String> said() {
    return List.of(lastOfType.get("change"), lastOfType.get("hold"));
  }

  @Override
  public void close() {
    closing = true;
    vertx.close().await();
  }
}
