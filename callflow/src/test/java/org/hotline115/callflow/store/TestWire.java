package org.hotline115.callflow.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** A wire to a server that a test can cut, freeze, slow down and mend. */
public final class TestWire implements AutoCloseable {

  private enum State {
    WHOLE,
    FROZEN,
    CUT
  }

  private final ServerSocket entrance;
  private final String host;
  private final int port;
  private final AtomicReference<State> state = new AtomicReference<>(State.WHOLE);
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile Duration delay = Duration.ZERO;

  private TestWire(String host, int port) {
    this.host = host;
    this.port = port;
    try {
      this.entrance = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** A wire to the server of these settings. */
  public static TestWire to(Database.Settings settings) {
    URI server = URI.create(settings.url().substring("jdbc:".length()));
    return new TestWire(server.getHost(), server.getPort());
  }

  public static TestWire to(RedisServer.Settings settings) {
    URI server = URI.create(settings.url());
    return new TestWire(server.getHost(), server.getPort());
  }

  /** Where its near end listens, on this machine. */
  int port() {
    return entrance.getLocalPort();
  }

  /** The same settings, through the wire. */
  public Database.Settings through(Database.Settings settings) {
    return new Database.Settings(
        through(settings.url()), settings.user(), settings.password(), settings.connections());
  }

  public RedisServer.Settings through(RedisServer.Settings settings) {
    return new RedisServer.Settings(through(settings.url()), settings.password());
  }

  private String through(String url) {
    return url.replace(host + ":" + port, "127.0.0.1:" + entrance.getLocalPort());
  }

  /** Every connection is closed and new ones end at once, as when the server is gone. */
  public void cut() {
    state.set(State.CUT);
    sockets.forEach(TestWire::quietly);
    sockets.clear();
  }

  /** Nothing passes and nothing is closed: nobody can tell a slow server from a dead one. */
  public void freeze() {
    state.set(State.FROZEN);
  }

  /** From now on each answer of the server comes so much later. */
  public void slow(Duration newDelay) {
    delay = newDelay;
  }

  public void mend() {
    delay = Duration.ZERO;
    state.set(State.WHOLE);
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket near = entrance.accept();
        if (state.get() == State.CUT) {
          quietly(near);
          continue;
        }
        Socket far = new Socket(host, port);
        sockets.add(near);
        sockets.add(far);
        Thread.ofVirtual().start(() -> carry(near, far, false));
        Thread.ofVirtual().start(() -> carry(far, near, true));
      } catch (IOException closed) {
        if (entrance.isClosed()) {
          return;
        }
      }
    }
  }

  private void carry(Socket from, Socket to, boolean isAnswer) {
    byte[] buffer = new byte[16_384];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (isAnswer) {
          Thread.sleep(delay);
        }
        while (state.get() == State.FROZEN) {
          Thread.sleep(5);
        }
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException closed) {
      sockets.remove(from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    quietly(from);
    quietly(to);
  }

  private static void quietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      assert socket.isClosed();
    }
  }

  @Override
  public void close() {
    cut();
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
