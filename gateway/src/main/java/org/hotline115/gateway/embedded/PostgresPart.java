package org.hotline115.gateway.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.hotline115.callflow.store.Secret;

/** PostgreSQL with a kept data folder: nothing that was said to be stored is lost. */
final class PostgresPart implements Part {

  private static final String OWNER = "hotline115";

  private final Path folder;
  private final Secrets secrets;
  private final Ports ports;
  private final Consumer<String> says;
  private final Server server;

  PostgresPart(Home home, Secrets secrets, Ports ports, Consumer<String> says) {
    this.folder = home.data("postgres");
    this.secrets = secrets;
    this.ports = ports;
    this.says = says;
    this.server = new Server(home.data("log/postgres.log"));
  }

  @Override
  public String name() {
    return "postgres";
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + OWNER;
  }

  String user() {
    return OWNER;
  }

  private int port() {
    return ports.of("postgres", 15432);
  }

  Path passwordFile() {
    secrets.forProgram("database");
    return secrets.file("database");
  }

  @Override
  public void start() throws InterruptedException {
    Path programs = Binaries.postgres(folder.resolveSibling("postgres-18"));
    endOrphan();
    KeptFiles.createFolder(folder);
    Unprivileged user = Unprivileged.owning(folder);
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      says.accept("making its data folder");
      create(programs, user);
      user = Unprivileged.owning(folder);
    }
    if (!Ports.isFree(port())) {
      says.accept("port " + port() + " is taken, now on " + ports.replace("postgres"));
    }
    server.spawn(user.server("INT", command(programs)), folder);
    server.await(this::answersAsOurs, Duration.ofSeconds(60));
    createDatabase();
    says.accept("ready on port " + port());
  }

  @Override
  public boolean alive() {
    return server.alive();
  }

  @Override
  public void stop() throws InterruptedException {
    server.stop("INT", Duration.ofSeconds(2)); // fast: clients are cut, everything is written
    server.stop("QUIT", Duration.ofMillis(500));
  }

  private Path data() {
    return folder.resolve("data");
  }

  void endOrphan() throws InterruptedException {
    Path pidFile = data().resolve("postmaster.pid");
    Optional<ProcessHandle> orphan = Server.orphan(pidFile, data());
    if (orphan.isPresent()) {
      says.accept(
          "one of an earlier run is still there (process " + orphan.get().pid() + "): ending it");
      Server.end(orphan.get(), "INT", Duration.ofSeconds(5));
    }
    // Its number may belong to another program by now, which PostgreSQL would take for itself.
    KeptFiles.delete(pidFile);
  }

  /** Into a folder of another name first: half a data folder is never taken for a whole one. */
  private void create(Path programs, Unprivileged user) throws InterruptedException {
    Path next = folder.resolve("data.new");
    KeptFiles.delete(next);
    KeptFiles.delete(data());
    Path password = folder.resolve("password.new");
    KeptFiles.write(password, secrets.forProgram("database-superuser").reveal());
    Unprivileged.owning(folder);
    List<String> initdb =
        List.of(
            programs.resolve("bin/initdb").toString(),
            "--pgdata=" + next,
            "--username=postgres",
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums");
    Command.Answer answer = new Command(user.once(initdb), Map.of(), Duration.ofMinutes(2)).run();
    KeptFiles.delete(password);
    if (!answer.ok()) {
      throw new StartFailed("initdb failed:\n" + answer.text());
    }
    if (!next.toFile().renameTo(data().toFile())) {
      throw new StartFailed("cannot rename " + next);
    }
  }

  private List<String> command(Path programs) {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(programs.resolve("bin/postgres").toString(), "-D", data().toString()));
    List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port(),
            "unix_socket_directories=",
            "max_connections=60",
            "shared_buffers=64MB",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "timezone=UTC",
            "log_timezone=UTC",
            // Statements and details hold what people said: they stay out of the log.
            "log_min_error_statement=panic",
            "log_error_verbosity=terse")
        .forEach(setting -> words.addAll(List.of("-c", setting)));
    return words;
  }

  /** It is ours when it takes our password and names our folder. */
  private boolean answersAsOurs() {
    try (Connection connection = superuser();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW data_directory")) {
      return row.next() && Path.of(row.getString(1)).equals(data());
    } catch (SQLException _) {
      return false; // not yet
    }
  }

  private void createDatabase() {
    Secret password = secrets.forProgram("database");
    try (Connection connection = superuser();
        Statement statement = connection.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + OWNER + "'")) {
        statement.execute("CREATE ROLE " + OWNER + " LOGIN");
      }
      // The password is of our own making: hexadecimal digits, so nothing to escape.
      statement.execute("ALTER ROLE " + OWNER + " PASSWORD '" + password.reveal() + "'");
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + OWNER + "'")) {
        statement.execute("CREATE DATABASE " + OWNER + " OWNER " + OWNER);
      }
    } catch (SQLException e) {
      throw new StartFailed("cannot create the database: " + e.getMessage(), e);
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      return row.next();
    }
  }

  private Connection superuser() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", secrets.forProgram("database-superuser").reveal());
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "10");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/postgres", properties);
  }
}
