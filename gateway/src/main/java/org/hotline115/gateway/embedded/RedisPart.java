package org.hotline115.gateway.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Redis with an append-only file: a kill loses a second at most, and PostgreSQL has that second.
 */
final class RedisPart implements Part {

  private final Path folder;
  private final Secrets secrets;
  private final Ports ports;
  private final Consumer<String> says;
  private final Server server;

  RedisPart(Home home, Secrets secrets, Ports ports, Consumer<String> says) {
    this.folder = home.data("redis");
    this.secrets = secrets;
    this.ports = ports;
    this.says = says;
    this.server = new Server(home.data("log/redis.log"));
  }

  @Override
  public String name() {
    return "redis";
  }

  String url() {
    return "redis://127.0.0.1:" + port();
  }

  private int port() {
    return ports.of("redis", 16379);
  }

  Path passwordFile() {
    secrets.forProgram("redis");
    return secrets.file("redis");
  }

  @Override
  public void start() throws InterruptedException {
    Path program = Binaries.redis(folder.resolveSibling("redis-7"));
    endOrphan();
    if (!Ports.isFree(port())) {
      says.accept("port " + port() + " is taken, now on " + ports.replace("redis"));
    }
    writeConfiguration();
    Unprivileged user = Unprivileged.owning(folder);
    List<String> command = List.of(program.toString(), configuration().toString());
    server.spawn(user.server("TERM", command), folder);
    server.await(this::answersAsOurs, Duration.ofSeconds(60));
    says.accept("ready on port " + port());
  }

  @Override
  public boolean alive() {
    return server.alive();
  }

  @Override
  public void stop() throws InterruptedException {
    server.stop("TERM", Duration.ofMillis(1500));
  }

  void endOrphan() throws InterruptedException {
    Path pidFile = folder.resolve("redis.pid");
    Optional<ProcessHandle> orphan = Server.orphan(pidFile, configuration());
    if (orphan.isPresent()) {
      says.accept(
          "one of an earlier run is still there (process " + orphan.get().pid() + "): ending it");
      Server.end(orphan.get(), "TERM", Duration.ofSeconds(5));
    }
    KeptFiles.delete(pidFile);
  }

  private Path configuration() {
    return folder.resolve("redis.conf");
  }

  /** In a file, because words on a command line can be read by everybody on the machine. */
  private void writeConfiguration() {
    String text =
        """
        bind 127.0.0.1
        port %d
        requirepass %s
        dir %s
        pidfile %s
        appendonly yes
        appendfsync everysec
        save ""
        maxmemory-policy noeviction
        set-proc-title no
        """
            .formatted(
                port(), secrets.forProgram("redis").reveal(), folder, folder.resolve("redis.pid"));
    KeptFiles.write(configuration(), text);
  }

  /** It is ours when it takes our password and names our folder; loading is not yet an answer. */
  private boolean answersAsOurs() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 1000);
      socket.setSoTimeout(2000);
      String password = secrets.forProgram("redis").reveal();
      String ask = "AUTH " + password + "\r\nPING\r\nCONFIG GET dir\r\nQUIT\r\n";
      socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      List<String> lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
              .lines()
              .toList();
      return lines.contains("+PONG") && lines.contains(folder.toString());
    } catch (IOException | java.io.UncheckedIOException _) {
      return false; // not yet
    }
  }
}
