package org.hotline115.gateway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Real PostgreSQL, Redis and Asterisk as children of a JVM that is killed and told to stop. */
@Timeout(120)
class OneMachineIT {

  /** Deleted by hand: it holds links, and files of another user. */
  @TempDir(cleanup = CleanupMode.NEVER)
  Path root;

  private Home home;
  private Process jvm;

  @BeforeEach
  void aHomeWithTheProjectsConfiguration() throws IOException {
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
    if (jvm != null) {
      jvm.destroyForcibly().waitFor();
    }
    for (Part part : PartsMain.parts(home)) {
      part.stop();
    }
    new PostgresPart(home, secrets(), ports(), said -> {}).endOrphan();
    new RedisPart(home, secrets(), ports(), said -> {}).endOrphan();
    KeptFiles.delete(root);
  }

  @Test
  void whatWasWrittenIsThereAfterAKillOfTheStartingJvm() throws Exception {
    start();
    execute("CREATE TABLE kept (word text)");
    execute("INSERT INTO kept VALUES ('promised')");
    long asterisk = asteriskPid();

    jvm.destroyForcibly().waitFor();
    assertThat(Server.runs(asterisk)).as("calls go on").isTrue();
    start();

    assertThat(query("SELECT word FROM kept")).isEqualTo("promised");
    assertThat(asteriskPid()).as("taken over, not started again").isEqualTo(asterisk);
  }

  @Test
  void aServerThatDiesIsStartedAgain() throws Exception {
    BufferedReader said = start();
    execute("CREATE TABLE kept (word text)");

    kill(firstLine(home.data("postgres/data/postmaster.pid")));
    waitFor(said, "ready on port");
    kill(firstLine(home.data("redis/redis.pid")));
    waitFor(said, "ready on port");
    kill(Long.toString(asteriskPid()));
    waitFor(said, "takes calls");

    assertThat(query("SELECT count(*) FROM kept")).isEqualTo("0");
  }

  @Test
  void toldToStopItIsGoneWithinTenSeconds() throws Exception {
    start();
    Map<String, Long> running =
        Map.of(
            "postgres", Long.parseLong(firstLine(home.data("postgres/data/postmaster.pid"))),
            "redis", Long.parseLong(firstLine(home.data("redis/redis.pid"))),
            "asterisk", asteriskPid());

    jvm.destroy();

    assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(running).allSatisfy((name, pid) -> assertThat(Server.runs(pid)).as(name).isFalse());
  }

  @Test
  void nothingRunsAsRootAndNoSecretIsReadableByOthers() throws Exception {
    start();

    for (long pid :
        new long[] {
          Long.parseLong(firstLine(home.data("postgres/data/postmaster.pid"))),
          Long.parseLong(firstLine(home.data("redis/redis.pid"))),
          asteriskPid()
        }) {
      assertThat(Files.readString(Path.of("/proc/" + pid + "/status")))
          .as("no capabilities left")
          .containsPattern("CapEff:\\s+0{16}");
    }
    try (Stream<Path> files = Files.list(home.data("secrets"))) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(file ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                  .isEqualTo("rw-------"));
    }
    String commandLines =
        ProcessHandle.allProcesses()
            .map(handle -> handle.info().commandLine().orElse(""))
            .collect(Collectors.joining("\n"));
    assertThat(commandLines)
        .doesNotContain(secrets().forProgram("redis").reveal())
        .doesNotContain(secrets().forProgram("database").reveal());
  }

  private BufferedReader start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            PartsMain.class.getName(),
            root.toString());
    jvm = builder.redirectErrorStream(true).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    waitFor(said, "READY");
    return said;
  }

  private static void waitFor(BufferedReader said, String word) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.contains(word)) {
        return;
      }
    }
    throw new AssertionError("it never said \"" + word + "\" but:\n" + all);
  }

  private static void kill(String pid) throws InterruptedException {
    assertThat(Command.of("kill", "-KILL", pid).run().ok()).isTrue();
  }

  private long asteriskPid() throws IOException {
    return Long.parseLong(firstLine(home.data("asterisk/run/run/asterisk.pid")));
  }

  private static String firstLine(Path file) throws IOException {
    return Files.readString(file).lines().findFirst().orElseThrow().strip();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    }
  }

  private Connection connect() throws SQLException {
    PostgresPart postgres = new PostgresPart(home, secrets(), ports(), said -> {});
    return DriverManager.getConnection(
        postgres.url(), postgres.user(), secrets().forProgram("database").reveal());
  }

  private Secrets secrets() {
    return new Secrets(home.data("secrets"));
  }

  private Ports ports() {
    return new Ports(home.data("ports.properties"));
  }
}
