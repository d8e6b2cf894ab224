package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;
import org.hotline115.gateway.config.GatewayConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Asterisk asks what a caller should hear. Two scripts, the menu {@code /hotline} and the
 * talk about a callback {@code /callback}; one virtual thread for each caller, bounded. Fail-open:
 * who finds no place is in the queue at once.
 */
final class MenuServer extends DefaultAgiServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MenuServer.class);

  private static final int BACKLOG = 128;

  private final GatewayConfig.FastAgi settings;
  private final Counter refused;
  private final CountDownLatch listening = new CountDownLatch(1);

  /** {@code scripts} by the last part of their address; what is not named is refused. */
  MenuServer(GatewayConfig.FastAgi settings, Map<String, AgiScript> scripts, MeterRegistry registry)
      throws UnknownHostException {
    this.settings = settings;
    this.refused = registry.counter("gateway_menu_refused");
    setPort(settings.port());
    setAddress(InetAddress.getByName(settings.host()));
    setMappingStrategy((request, _) -> scriptOf(scripts, request.getScript()));
  }

  @SuppressWarnings("NullAway") // Asterisk-Java's way to say that there is no such script
  private static AgiScript scriptOf(Map<String, AgiScript> scripts, String name) {
    return name == null ? null : scripts.get(name);
  }

  /** Returns when the port is open. */
  void begin() throws IOException {
    Thread.ofPlatform().daemon().name("menu-accept").start(this::serve);
    try {
      if (!listening.await(10, TimeUnit.SECONDS)) {
        throw new IOException("FastAGI cannot listen on port " + settings.port());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    try {
      startup();
    } catch (IOException e) {
      log.atError().setCause(e).log("FastAGI cannot listen: callers go straight to the queue");
    }
  }

  @Override
  protected ThreadPoolExecutor createPool() {
    return new ThreadPoolExecutor(
        0,
        settings.callersMax(),
        30,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Thread.ofVirtual().name("menu-", 0).factory(),
        (_, _) -> {
          refused.increment();
          throw new RejectedExecutionException("every menu is taken");
        });
  }

  @Override
  protected ServerSocketFacade createServerSocket() throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(settings.host(), settings.port()), BACKLOG);
    listening.countDown();
    return new ServerSocketFacade() {
      @Override
      public SocketConnectionFacade accept() throws IOException {
        return new GuardedSocket(server.accept());
      }

      @Override
      public void close() throws IOException {
        server.close();
      }

      @Override
      public void setSocketReadTimeout(int millis) {
        // Our sockets have their own, stricter limits.
      }
    };
  }

  @Override
  public void close() {
    shutdown();
  }
}
