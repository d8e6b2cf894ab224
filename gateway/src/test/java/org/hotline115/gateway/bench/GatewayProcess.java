package org.hotline115.gateway.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RedisServer;
import org.hotline115.gateway.Main;
import org.hotline115.gateway.asterisk.PhoneKit;
import org.hotline115.gateway.asterisk.TestAsterisk;

/** The whole gateway, {@code Main run}, as a child with the memory of a small machine. */
final class GatewayProcess implements AutoCloseable {

  private static final String BOARD_PASSWORD = "only-for-the-bench";
  static final String INDEX_SECRET = "an-index-secret-that-is-only-for-the-bench";
  private static final Duration START_MAX = Duration.ofSeconds(90);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI base;

  private GatewayProcess(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /**
   * What it stands on. The test servers trust everybody, the settings want passwords all the same.
   */
  record Servers(
      TestAsterisk asterisk,
      List<TestAsterisk.Station> stations,
      Database.Settings records,
      RedisServer.Settings board) {}

  /** Returns when its telephone, its board and its records are up. */
  static GatewayProcess start(Servers servers, Path folder) throws IOException {
    Files.createDirectories(folder);
    int port = TestAsterisk.freePort();
    lock(servers.board());
    Path settings = Files.writeString(folder.resolve("hotline.yaml"), yaml(servers, port));
    Path log = folder.resolve("gateway.log");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "run",
            "--config",
            settings.toString());
    command.environment().put("HOTLINE_STATE_FOLDER", folder.resolve("state").toString());
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    GatewayProcess gateway = new GatewayProcess(process, URI.create("http://127.0.0.1:" + port));
    try {
      PhoneKit.await("the gateway is up, see " + log, START_MAX, gateway::isUp);
    } catch (AssertionError late) {
      gateway.close();
      throw new IllegalStateException(Files.readString(log), late);
    }
    return gateway;
  }

  private static void lock(RedisServer.Settings board) {
    try (RedisServer server = new RedisServer(board)) {
      server.connection().sync().configSet("requirepass", BOARD_PASSWORD);
    }
  }

  private static String yaml(Servers servers, int port) {
    TestAsterisk asterisk = servers.asterisk();
    Path config = TestAsterisk.prompts().getParent().resolveSibling("config");
    return """
    deployment: {folder: "%s"}
    web: {port: %d, publicUrl: "http://127.0.0.1:%d"}
    records: {url: "%s", user: "%s", password: only-for-the-bench}
    board: {url: "%s", password: %s}
    telephone:
      ami: {port: %d, secret: "%s"}
      fastAgi: {port: %d}
      sipPort: %d
      webSocket: "ws://127.0.0.1:%d/ws"
      recordsFolder: "%s"
      promptsFolder: "%s"
      lines: [{code: public, numbers: ["115"], queue: public}]
      stations: [%s]
    keys:
      index: %s
      cipher: a-cipher-secret-that-is-only-for-the-bench
    """
        .formatted(
            config,
            port,
            port,
            servers.records().url(),
            servers.records().user(),
            servers.board().url(),
            BOARD_PASSWORD,
            asterisk.amiPort(),
            asterisk.amiSecret().strip(),
            asterisk.agiPort(),
            asterisk.sipPort(),
            asterisk.httpPort(),
            asterisk.folder().resolve("log"),
            TestAsterisk.prompts(),
            servers.stations().stream()
                .map(station ->
                    "{agent: %s, sip: %s, browser: %s}"
                        .formatted(station.name(), station.secret(), station.webSecret()))
                .collect(Collectors.joining(", ")),
            INDEX_SECRET);
  }

  private boolean isUp() {
    if (!process.isAlive()) {
      throw new AssertionError("the gateway ended");
    }
    try {
      String parts =
          http.send(
                  HttpRequest.newBuilder(base.resolve("/health/ready")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return List.of("telephone UP", "board UP", "records UP").stream().allMatch(parts::contains);
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  URI base() {
    return base;
  }

  /** A counter of its own, all its labels together; 0 when it never counted. */
  double counter(String name) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(base.resolve("/metrics")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.matches(name + "(_total)?(\\{.*})? .*"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  double residentMegabytes() throws IOException {
    return Share.residentMegabytes(process());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
