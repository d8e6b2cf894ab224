package org.hotline115.gateway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The whole demo as a person starts it, with the gateway as its child. */
@Timeout(240)
class DemoJourney {

  @TempDir(cleanup = CleanupMode.NEVER)
  Path root;

  private final HttpClient http = HttpClient.newHttpClient();
  private Home home;
  private Process demo;

  @BeforeEach
  void aClone() throws IOException {
    home = new Home(root);
    Path project = Path.of("..").toAbsolutePath().normalize();
    Files.createSymbolicLink(root.resolve("config"), project.resolve("config"));
    Files.createDirectories(project.resolve(".hotline/prompts"));
    Files.createDirectories(home.data());
    DemoPorts.choose(home.data());
    Files.createSymbolicLink(home.data("prompts"), project.resolve(".hotline/prompts"));
  }

  @AfterEach
  void everythingEnds() throws Exception {
    if (demo != null && demo.isAlive()) {
      demo.destroy();
      if (!demo.waitFor(15, TimeUnit.SECONDS)) {
        demo.destroyForcibly().waitFor();
      }
    }
    KeptFiles.delete(root);
  }

  @Test
  void itSurvivesTheDeathOfItsGatewayAndStopsWithinTenSeconds() throws Exception {
    start();
    JsonNode json = demoJson();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(ready(json)).isTrue();
    String asterisk = pid("asterisk/run/run/asterisk.pid");
    String gateway = pid("gateway.pid");

    Command.of("kill", "-KILL", gateway).run();
    until(() -> !pid("gateway.pid").equals(gateway) && ready(json));

    assertThat(pid("asterisk/run/run/asterisk.pid")).as("calls went on").isEqualTo(asterisk);
    List<String> running =
        List.of(
            asterisk,
            pid("gateway.pid"),
            pid("redis/redis.pid"),
            pid("postgres/data/postmaster.pid"));

    demo.destroy();

    assertThat(demo.waitFor(10, TimeUnit.SECONDS)).as("gone within ten seconds").isTrue();
    assertThat(running).allSatisfy(p -> assertThat(Server.runs(Long.parseLong(p))).isFalse());
  }

  @Test
  void afterAKillOfEverythingItStartsAgainAndAResetChangesThePasswords() throws Exception {
    start();
    String password = demoJson().at("/accounts/0/password").asText();
    String address = demoJson().at("/baseUrl").asText();

    demo.destroyForcibly().waitFor();
    start();

    assertThat(demoJson().at("/accounts/0/password").asText()).isEqualTo(password);
    assertThat(demoJson().at("/baseUrl").asText()).as("the same address").isEqualTo(address);
    assertThat(ready(demoJson())).isTrue();

    demo.destroy();
    demo.waitFor();
    start("--reset");

    assertThat(demoJson().at("/accounts/0/password").asText()).isNotEqualTo(password);
  }

  private void start(String... words) throws Exception {
    Files.deleteIfExists(file());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.hotline115.gateway.Main",
                "demo"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOTLINE_HOME", root.toString());
    demo = builder.redirectOutput(root.resolve("said.txt").toFile()).start();
    until(() -> Files.exists(file()) || !demo.isAlive());
    assertThat(file()).as(Files.readString(root.resolve("said.txt"))).exists();
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("within 90 s").isLessThan(end);
      Thread.sleep(100);
    }
  }

  private Path file() {
    return home.data("demo.json");
  }

  private JsonNode demoJson() throws IOException {
    return new ObjectMapper().readTree(file().toFile());
  }

  private boolean ready(JsonNode json) throws InterruptedException {
    URI uri = URI.create(json.at("/baseUrl").asText() + "/health/ready");
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private String pid(String name) throws IOException {
    return Files.readString(home.data(name)).lines().findFirst().orElseThrow().strip();
  }
}
