package org.hotline115.gateway.bench;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline115.callflow.access.AgentId;

/**
 * One hold in Redis on its way to every open desk, beside a bare Vert.x server that writes the same
 * two texts to as many sockets, with the same screens.
 */
final class FanOutBench {

  /** A session has at most a dozen pages; what concerns its agent alone, all of them hear. */
  private static final int PAGES_OF_A_SESSION = 10;

  private static final int WARM_UP = 10;
  private static final int FLOOD_THREADS = 4;

  private final BenchLine line;
  private final BoardGround ground;
  private final AtomicLong number = new AtomicLong();
  private final String cookieName;

  FanOutBench(BenchLine line, BoardGround ground) {
    this.line = line;
    this.ground = ground;
    this.cookieName = ground.gateway.browser().signIn("karim").cookie.split("=")[0];
  }

  /** {@code messages}: how many shall be heard in the flood, all screens together. */
  void run(int screens, int rounds, int messages) throws Exception {
    List<String> texts;
    double[] ours;
    double oursPerSecond;
    int flood = Math.max(4, messages / 2 / screens);
    long opened = System.nanoTime();
    try (Screens desks = new Screens(ground.gateway.port)) {
      open(desks, screens);
      line.measured(name("screens_greeted", screens, "s"), seconds(opened), "s");
      ours = rounds(desks, rounds, () -> ground.change(number.incrementAndGet()));
      oursPerSecond = desks.flood(flood, 2, () -> changes(flood));
      texts = desks.said();
      line.against(name("fan_out_screens_lost", screens, ""), desks.lost(), "", 0);
    }
    Bare bare = bare(screens, rounds, flood, texts);
    line.against(name("fan_out_p50", screens, "ms"), at(ours, 50), "ms", at(bare.millis(), 50));
    line.against(name("fan_out_p99", screens, "ms"), at(ours, 99), "ms", at(bare.millis(), 99));
    line.against(name("fan_out", screens, "per_s"), oursPerSecond, "1/s", bare.perSecond());
  }

  private static String name(String what, int screens, String unit) {
    return what + "_" + screens + (unit.isEmpty() ? "" : "_" + unit);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static double at(double[] millis, int percent) {
    return new Sampled(0, millis).percentile(percent);
  }

  private void open(Screens desks, int screens) throws InterruptedException {
    List<String> cookies = new ArrayList<>();
    for (int i = 0; i < screens; i += PAGES_OF_A_SESSION) {
      cookies.add(ground.session(cookieName, new AgentId("colleague-" + i)));
    }
    String origin = "http://127.0.0.1:" + ground.gateway.port;
    desks.open(
        screens,
        screen ->
            new WebSocketConnectOptions()
                .setURI("/live")
                .addHeader("Origin", origin)
                .addHeader("Cookie", cookies.get(screen / PAGES_OF_A_SESSION)),
        "\"type\":\"holds\"");
  }

  private static double[] rounds(Screens screens, int rounds, Runnable tell)
      throws InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      screens.oneChange(tell);
    }
    double[] all = new double[0];
    for (int i = 0; i < rounds; i++) {
      double[] round = screens.oneChange(tell);
      double[] longer = java.util.Arrays.copyOf(all, all.length + round.length);
      System.arraycopy(round, 0, longer, all.length, round.length);
      all = longer;
      Thread.sleep(5);
    }
    return all;
  }

  private void changes(int changes) {
    try {
      Sampled.of(changes, FLOOD_THREADS, _ -> ground.change(number.incrementAndGet()));
    } catch (ExecutionException wrong) {
      throw new IllegalStateException(wrong);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private record Bare(double[] millis, double perSecond) {}

  private static Bare bare(int screens, int rounds, int flood, List<String> texts)
      throws InterruptedException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    Context loop = vertx.getOrCreateContext();
    List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    HttpServer server =
        vertx
            .createHttpServer()
            .webSocketHandler(socket -> {
              socket.writeTextMessage("greeting");
              sockets.add(socket);
            })
            .listen(0, "127.0.0.1")
            .await();
    Runnable broadcast =
        () ->
            loop.runOnContext(
                _ -> sockets.forEach(socket -> texts.forEach(socket::writeTextMessage)));
    try (Screens desks = new Screens(server.actualPort())) {
      desks.open(screens, _ -> new WebSocketConnectOptions().setURI("/"), "greeting");
      double[] millis = rounds(desks, rounds, broadcast);
      double perSecond =
          desks.flood(
              flood,
              texts.size(),
              () -> {
                for (int i = 0; i < flood; i++) {
                  broadcast.run();
                }
              });
      return new Bare(millis, perSecond);
    } finally {
      vertx.close().await();
    }
  }
}
