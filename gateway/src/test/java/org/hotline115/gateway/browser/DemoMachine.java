package org.hotline115.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.hotline115.gateway.Main;
import org.hotline115.gateway.embedded.DemoPorts;

/**
 * {@code Main demo} in a folder of its own: real PostgreSQL, Redis and Asterisk, and the gateway as
 * a child JVM, on ports that are free.
 */
final class DemoMachine implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofSeconds(150);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path root;
  private final Process process;
  private JsonNode demo = JSON.nullNode();

  private DemoMachine(Path root, Process process) {
    this.root = root;
    this.process = process;
  }

  static DemoMachine start() throws Exception {
    Path project = Path.of("..").toRealPath();
    Path root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "browser-home");
    Path data = Files.createDirectories(root.resolve(".hotline"));
    Files.createDirectories(project.resolve(".hotline/prompts"));
    Files.createSymbolicLink(root.resolve("config"), project.resolve("config"));
    Files.createSymbolicLink(data.resolve("prompts"), project.resolve(".hotline/prompts"));
    DemoPorts.choose(data);
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx128m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "demo");
    command.environment().put("HOTLINE_HOME", root.toString());
    command.redirectErrorStream(true).redirectOutput(root.resolve("demo.log").toFile());
    DemoMachine machine = new DemoMachine(root, command.start());
    try {
      machine.awaitReady();
      return machine;
    } catch (Exception | AssertionError failed) {
      machine.close();
      throw failed;
    }
  }

  private void awaitReady() throws Exception {
    Path ready = root.resolve(".hotline/demo.json");
    long until = System.nanoTime() + START_MAX.toNanos();
    while (!Files.exists(ready) || Files.size(ready) == 0) {
      assertThat(process.isAlive() && System.nanoTime() < until).as(this::log).isTrue();
      Thread.sleep(100);
    }
    demo = JSON.readTree(ready.toFile());
  }

  String address(String path) {
    return demo.path("baseUrl").asText() + path;
  }

  String password(String account) {
    return StreamSupport.stream(demo.path("accounts").spliterator(), false)
        .filter(node -> node.path("name").asText().equals(account))
        .map(node -> node.path("password").asText())
        .findFirst()
        .orElseThrow();
  }

  /** Changes rows behind everybody's back, as a fault would. */
  void tamper(String sql) throws IOException, SQLException {
    Matcher url =
        Pattern.compile("url: (jdbc:\\S+)\\s+user: (\\S+)")
            .matcher(Files.readString(root.resolve(".hotline/hotline.yaml")));
    assertThat(url.find()).as("the address of the records").isTrue();
    String password = Files.readString(root.resolve(".hotline/secrets/database")).strip();
    try (Connection records = DriverManager.getConnection(url.group(1), url.group(2), password);
        Statement statement = records.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
    }
  }

  /** What the demo and the gateway said, for a failure's report. */
  String log() {
    StringBuilder said = new StringBuilder();
    for (Path file :
        new Path[] {root.resolve("demo.log"), root.resolve(".hotline/log/gateway.log")}) {
      try {
        said.append(Files.exists(file) ? Files.readString(file) : "").append('\n');
      } catch (IOException e) {
        said.append(e);
      }
    }
    return said.toString();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.walkFileTree(root, new Delete());
  }

  /** Does not follow links: they lead to the project's own folders. */
  private static final class Delete extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
