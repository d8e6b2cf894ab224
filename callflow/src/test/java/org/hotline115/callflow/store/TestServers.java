package org.hotline115.callflow.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Real servers for tests, by one switch {@code HOTLINE_TEST_SERVERS}: {@code docker} (containers of
 * the images that docker-compose.yml names), {@code embedded} (the binaries of Maven packages), or,
 * when it is not set, docker where an engine answers and embedded elsewhere. They live as long as
 * the test's JVM; every call of {@link #database()} gives an empty, migrated database of its own.
 */
public final class TestServers {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private TestServers() {}

  /** Where PostgreSQL listens: the server that all databases of this JVM share. */
  private record Postgres(String host, int port) {

    String url(String database) {
      return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }
  }

  private static final class PostgresHolder {
    static final Postgres SERVER = startPostgres();
  }

  private static final class DockerHolder {
    static final boolean WANTED = dockerWanted();
  }

  static boolean dockerWanted() {
    String wanted = System.getenv().getOrDefault("HOTLINE_TEST_SERVERS", "");
    return switch (wanted) {
      case "docker" -> true;
      case "embedded" -> false;
      case "" -> Files.exists(Path.of("/var/run/docker.sock")) && engineAnswers();
      default -> throw new IllegalStateException("HOTLINE_TEST_SERVERS is docker or embedded");
    };
  }

  private static boolean engineAnswers() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @SuppressWarnings("resource") // lives as long as the JVM; Ryuk or the engine ends it
  private static Postgres startPostgres() {
    if (DockerHolder.WANTED) {
      GenericContainer<?> container =
          new GenericContainer<>(DockerImageName.parse(imageOf("postgres")))
              .withEnv("POSTGRES_HOST_AUTH_METHOD", "trust")
              .withExposedPorts(5432);
      container.start();
      return new Postgres(container.getHost(), container.getMappedPort(5432));
    }
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      return new Postgres("localhost", server.getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The image of a service, from the only place where image versions are written. */
  static String imageOf(String service) {
    Path compose = Path.of("../docker-compose.yml");
    try {
      Matcher image =
          Pattern.compile("(?m)^\\s*image:\\s*\"?((?:[\\w./-]*/)?" + service + ":[\\w.-]+)")
              .matcher(Files.readString(compose));
      if (!image.find()) {
        throw new IllegalStateException("docker-compose.yml names no image of " + service);
      }
      return image.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A program of the embedded PostgreSQL. Where its package was unpacked only a running server
   * tells: the shared one, or with containers one that is started for that and ended.
   */
  static Path postgresBinary(String name) {
    return BinariesHolder.FOLDER.resolve(name);
  }

  private static final class BinariesHolder {
    static final Path FOLDER = find();

    private static Path find() {
      if (!DockerHolder.WANTED) {
        return folder(PostgresHolder.SERVER);
      }
      try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
        return folder(new Postgres("localhost", server.getPort()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Path folder(Postgres server) {
      try (Connection connection =
              DriverManager.getConnection(server.url("postgres"), "postgres", "postgres");
          Statement statement = connection.createStatement();
          ResultSet found =
              statement.executeQuery("SELECT setting FROM pg_config WHERE name = 'BINDIR'")) {
        found.next();
        return Path.of(found.getString(1));
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Settings of a new empty database; nothing is migrated yet. */
  public static Database.Settings emptyDatabase() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    Postgres server = PostgresHolder.SERVER;
    try (Connection connection =
            DriverManager.getConnection(server.url("postgres"), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Database.Settings(server.url(name), "postgres", new Secret("postgres"), 12);
  }

  /** A migrated database of its own. The caller closes it. */
  public static Database database() {
    Database database = new Database(emptyDatabase());
    database.migrate();
    return database;
  }

  /** A Redis of its own, empty. The caller closes it; {@link TestRedis#kill} is for fault tests. */
  public static TestRedis redis() {
    return DockerHolder.WANTED ? TestRedis.inContainer(imageOf("redis")) : TestRedis.embedded();
  }

  static int portOf(String url) {
    return URI.create(url).getPort();
  }
}
