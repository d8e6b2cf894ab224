package org.hotline115.gateway.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The gateway as a child JVM, so that its death is survived here and everywhere else. */
final class GatewayPart implements Part {

  private final Home home;
  private final Ports ports;
  private final Consumer<String> says;
  private final Server server;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

  GatewayPart(Home home, Ports ports, Consumer<String> says) {
    this.home = home;
    this.ports = ports;
    this.says = says;
    this.server = new Server(home.data("log/gateway.log"));
  }

  @Override
  public String name() {
    return "gateway";
  }

  int webPort() {
    return ports.of("web", 8115);
  }

  /** Called before the settings are written, as they name the port. */
  void choosePort() throws InterruptedException {
    Optional<ProcessHandle> orphan = Server.orphan(pidFile(), settings());
    if (orphan.isPresent()) {
      says.accept(
          "one of an earlier run is still there (process " + orphan.get().pid() + "): ending it");
      Server.end(orphan.get(), "TERM", Duration.ofSeconds(5));
    }
    if (!Ports.isFree(webPort())) {
      says.accept("port " + webPort() + " is taken, now on " + ports.replace("web"));
    }
  }

  @Override
  public void start() throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("setsid", "setpriv", "--pdeathsig", "TERM"));
    words.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    words.addAll(
        List.of(
            "-Xmx1g",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "org.hotline115.gateway.Main",
            "run",
            "--config",
            settings().toString()));
    server.spawn(
        words,
        home.root(),
        Map.of(
            "HOTLINE_DEMO_ACCOUNTS", home.data("secrets/demo.json").toString(),
            "HOTLINE_STATE_FOLDER", home.data("state").toString()));
    KeptFiles.write(pidFile(), Long.toString(server.pid()));
    server.await(this::ready, Duration.ofSeconds(60));
    says.accept("ready on port " + webPort() + " (process " + server.pid() + ")");
  }

  @Override
  public boolean alive() {
    return server.alive();
  }

  @Override
  public void stop() throws InterruptedException {
    server.stop("TERM", Duration.ofSeconds(3));
  }

  private Path settings() {
    return home.data("hotline.yaml");
  }

  private Path pidFile() {
    return home.data("gateway.pid");
  }

  private boolean ready() {
    URI uri = URI.create("http://127.0.0.1:" + webPort() + "/health/ready");
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false; // not yet
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // the next wait notices it
      return false;
    }
  }
}
