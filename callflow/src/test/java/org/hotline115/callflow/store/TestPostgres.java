package org.hotline115.callflow.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL cluster for one test that kills, restarts, copies and promotes it: child processes
 * of the embedded binaries, also where other tests use containers, for their files are needed. The
 * package has neither pg_basebackup nor psql; a standby is copied by the server's own backup
 * functions.
 */
public final class TestPostgres implements AutoCloseable {

  private static final String USER = "postgres";

  private final Path data;
  private final int port = TestRedis.freePort();
  private @Nullable Process process;

  private TestPostgres(Path data) {
    this.data = data;
  }

  /** A new cluster with one empty database, running. */
  public static TestPostgres primary() {
    TestPostgres postgres = new TestPostgres(temporary());
    run("initdb", "-D", postgres.data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "-N");
    postgres.start();
    return postgres;
  }

  /** A running copy that follows this one over a wire, without being waited for. */
  public TestPostgres standby(TestWire wire) {
    TestPostgres standby = new TestPostgres(temporary());
    try (Connection backup = connect();
        Statement statement = backup.createStatement()) {
      statement.execute("SELECT pg_backup_start('standby', true)");
      copyTo(standby.data);
      try (ResultSet stopped =
          statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        stopped.next();
        Files.writeString(standby.data.resolve("backup_label"), stopped.getString(1));
      }
      Files.writeString(
          standby.data.resolve("postgresql.auto.conf"),
          "primary_conninfo = 'host=127.0.0.1 port=%d user=%s'\n".formatted(wire.port(), USER));
      standby.beReadOnly();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    standby.start();
    return standby;
  }

  private void copyTo(Path there) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.toList()) {
        Path name = data.relativize(file);
        if (name.toString().isEmpty() || name.toString().equals("postmaster.pid")) {
          continue;
        }
        if (name.startsWith("pg_wal") && name.getNameCount() > 1 && !Files.isDirectory(file)) {
          continue;
        }
        Files.copy(file, there.resolve(name));
      }
    }
  }

  /** From the next start on it only follows and takes no writes, as an old primary should. */
  public void beReadOnly() {
    try {
      Files.writeString(data.resolve("standby.signal"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** After a {@link #kill} its last children may hold its memory for a moment: tried again. */
  public void start() {
    try {
      for (int tries = 0; tries < 20; tries++) {
        Process started = spawn();
        process = started;
        if (awaitAnswer(started)) {
          Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
          return;
        }
      }
      throw new IOException("PostgreSQL did not start: " + Files.readString(log()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process spawn() throws IOException {
    List<String> settings =
        List.of("listen_addresses=127.0.0.1", "max_connections=60", "shared_buffers=16MB");
    List<String> command =
        command("postgres", "-D", data.toString(), "-p", Integer.toString(port), "-k", "");
    for (String setting : settings) {
      command.addAll(List.of("-c", setting));
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return data.resolveSibling(data.getFileName() + ".log");
  }

  private boolean awaitAnswer(Process started) {
    while (started.isAlive()) {
      try (Connection connection = connect()) {
        return connection.isValid(1);
      } catch (SQLException notYet) {
        sleep();
      }
    }
    sleep();
    return false;
  }

  /** Ends it as {@code kill -9} does; its children end when they notice. */
  public void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      try {
        running.waitFor(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends it as {@code pg_ctl stop -m immediate} does. */
  public void stopAtOnce() {
    run("pg_ctl", "stop", "-D", data.toString(), "-m", "immediate");
  }

  /** A standby becomes the primary. */
  public void promote() {
    execute("SELECT pg_promote(true, 10)");
  }

  public void execute(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address() + "/postgres?connectTimeout=1", USER, "");
  }

  private String address() {
    return "127.0.0.1:" + port;
  }

  /** Settings that name these servers, in this order. */
  public static Database.Settings settings(TestPostgres... servers) {
    List<String> addresses = Arrays.stream(servers).map(TestPostgres::address).toList();
    return new Database.Settings(
        "jdbc:postgresql://" + String.join(",", addresses) + "/postgres", USER, new Secret(""), 8);
  }

  private static void run(String binary, String... arguments) {
    try {
      Process run =
          new ProcessBuilder(command(binary, arguments))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (run.waitFor() != 0) {
        throw new IllegalStateException(binary + " ended with " + run.exitValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** PostgreSQL refuses root; a user namespace of its own is nobody in particular. */
  private static List<String> command(String binary, String... arguments) {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(TestServers.postgresBinary(binary).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("hotline-postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
