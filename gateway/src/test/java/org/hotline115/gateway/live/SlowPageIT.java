package org.hotline115.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.Session;
import org.hotline115.gateway.TestBrowser;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Among pages that read there is one that never does. */
class SlowPageIT {

  private static final int PAGES = 50;
  private static final int MESSAGES = 2_000;
  private static final String TEXT = "x".repeat(2_000);

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final LiveHub hub = new LiveHub(vertx, InstantSource.system(), metrics);

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aStuckPageIsLetGoAtItsBoundAndTheOthersMissNothing() throws Exception {
    int port = serve(hub::add);
    List<TestBrowser.Socket> pages = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      TestBrowser.Socket page = new TestBrowser.Socket();
      page.socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(URI.create("ws://127.0.0.1:" + port + "/"), page)
              .join();
      pages.add(page);
    }
    try (Socket stuck = stuckPage(port)) {
      TestGateway.await("all are there", () -> hub.open().size() == PAGES + 1);

      for (int i = 0; i < MESSAGES; i++) {
        hub.tell(_ -> true, TEXT);
        if (i % 100 == 0) {
          Thread.sleep(20); // a page that reads keeps up
        }
      }

      TestGateway.await("the others heard all", () -> heardAll(pages));
      assertThat(stuck.isConnected()).isTrue();
      assertThat(metrics.counter("gateway_live_too_slow_total").count()).isEqualTo(1);
      assertThat(hub.open()).hasSize(PAGES);
    }
  }

  @Test
  void aPageThatReadsHearsASnapshotOfAnyLengthAndWhatComesAfterIt() {
    String snapshot = "s".repeat(4 * LiveSocket.UNSENT_BYTES_MAX);
    int port =
        serve(live -> {
          hub.tellOne(live, snapshot);
          hub.tellOne(live, "holds");
          hub.add(live);
        });
    TestBrowser.Socket page = new TestBrowser.Socket();

    page.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:" + port + "/"), page)
            .join();

    TestGateway.await("both are heard", () -> page.heard.size() == 2 || page.closed != 0);
    assertThat(page.closed).isZero();
    assertThat(page.heard).containsExactly(snapshot, "holds");
  }

  private static boolean heardAll(List<TestBrowser.Socket> pages) {
    return pages.stream().allMatch(page -> page.heard.size() == MESSAGES && page.closed == 0);
  }

  private int serve(Consumer<LiveSocket> greet) {
    Session session =
        new Session(
            "00",
            new Account(new AgentId("claire"), "Claire", Role.LISTENER),
            Instant.now(),
            Instant.now());
    return vertx
        .createHttpServer(
            new HttpServerOptions()
                .setSendBufferSize(256 * 1024)
                .setHost("127.0.0.1")
                .setHttp2ClearTextEnabled(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false))
        .webSocketHandler(socket -> hub.accept(socket, session, greet, _ -> {}))
        .listen(0)
        .await()
        .actualPort();
  }

  /** Shakes hands and then never reads a byte. */
  private static Socket stuckPage(int port) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    String handshake =
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }
}
