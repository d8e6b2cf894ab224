package org.hotline115.callflow.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One real Redis for one test: an ordinary child process, or a container. Keeps nothing on disk.
 */
public final class TestRedis implements AutoCloseable {

  private static final String BINARY = "/redis-server-7.0.15-linux-";

  private final int port;
  private final @Nullable GenericContainer<?> container;
  private @Nullable Process process;

  private TestRedis(int port, @Nullable GenericContainer<?> container) {
    this.port = port;
    this.container = container;
  }

  static TestRedis embedded() {
    TestRedis redis = new TestRedis(freePort(), null);
    redis.start();
    return redis;
  }

  @SuppressWarnings("resource") // closed by close()
  static TestRedis inContainer(String image) {
    GenericContainer<?> container =
        new GenericContainer<>(DockerImageName.parse(image)).withExposedPorts(6379);
    container.start();
    return new TestRedis(container.getMappedPort(6379), container);
  }

  public RedisServer.Settings settings() {
    String host = container == null ? "127.0.0.1" : container.getHost();
    return new RedisServer.Settings("redis://" + host + ":" + port, new Secret(""));
  }

  public int port() {
    return port;
  }

  /** A client of its own. The caller closes it. */
  public RedisServer connect() {
    return new RedisServer(settings());
  }

  /** Starts again after {@link #kill}, empty, on the same port. */
  public void start() {
    if (container != null) {
      container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
      return;
    }
    try {
      process =
          new ProcessBuilder(
                  BinaryHolder.PATH.toString(),
                  "--port",
                  Integer.toString(port),
                  "--bind",
                  "127.0.0.1",
                  "--save",
                  "",
                  "--appendonly",
                  "no",
                  "--dir",
                  BinaryHolder.PATH.getParent().toString())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Process started = process;
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      awaitListening();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitListening() throws IOException {
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
        return;
      } catch (IOException notYet) {
        sleep(25);
      }
    }
    throw new IOException("Redis did not listen on " + port);
  }

  /** Ends it as {@code kill -9} does: everything it held is lost. */
  public void kill() {
    if (container != null) {
      container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
      return;
    }
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      try {
        running.waitFor(5, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Sends a signal by name ({@code STOP}, {@code CONT}) to an embedded server. */
  public void signal(String name) {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException("only an embedded Redis can be signalled");
    }
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(running.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (container != null) {
      container.stop();
    } else {
      kill();
    }
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class BinaryHolder {
    static final Path PATH = unpack();

    private static Path unpack() {
      String machine = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
      try (InputStream in = TestRedis.class.getResourceAsStream(BINARY + machine)) {
        if (in == null) {
          throw new IllegalStateException("no Redis for " + machine + " in embedded-redis");
        }
        Path path = Files.createTempDirectory("hotline-redis").resolve("redis-server");
        Files.copy(in, path, StandardCopyOption.REPLACE_EXISTING);
        if (!path.toFile().setExecutable(true)) {
          throw new IllegalStateException("cannot make Redis executable");
        }
        path.toFile().deleteOnExit();
        return path;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
