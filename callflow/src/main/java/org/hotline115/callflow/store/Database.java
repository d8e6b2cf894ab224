package org.hotline115.callflow.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL behind one bounded pool. Every statement ends within {@link #PATIENCE}: a slow or
 * missing server becomes {@link RecordsAway}, never a hanging thread.
 */
public final class Database implements AutoCloseable {

  /** How long a caller waits for a connection, and a statement for its answer. */
  public static final Duration PATIENCE = Duration.ofMillis(2_500);

  /** Where and as whom. {@code connections} is the most this process ever opens. */
  public record Settings(String url, String user, Secret password, int connections) {}

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  /** Fair: without it 64 virtual threads on 8 connections had a p99 of seconds. */
  private final Semaphore places;

  /** Opens no connection yet: a gateway may start while PostgreSQL is away. */
  public Database(Settings settings) {
    this.pool = new HikariDataSource(poolOf(settings));
    this.jdbi = Jdbi.create(pool);
    this.places = new Semaphore(settings.connections(), true);
  }

  private static HikariConfig poolOf(Settings settings) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("records");
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.user());
    pool.setPassword(settings.password().reveal());
    pool.setMaximumPoolSize(settings.connections());
    pool.setMinimumIdle(1);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(PATIENCE.toMillis());
    pool.setValidationTimeout(1_000);
    pool.addDataSourceProperty("connectTimeout", "2");
    pool.addDataSourceProperty("loginTimeout", "2");
    pool.addDataSourceProperty("socketTimeout", "5");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("targetServerType", "primary");
    pool.addDataSourceProperty("ApplicationName", "hotline115");
    pool.addDataSourceProperty(
        "options",
        "-c statement_timeout=%d -c lock_timeout=1500 -c TimeZone=UTC"
            .formatted(PATIENCE.toMillis()));
    return pool;
  }

  /** Brings the tables to this version. Refuses a schema that is newer than the code. */
  public void migrate() {
    try {
      Flyway.configure()
          .dataSource(pool)
          .locations("classpath:db/migration")
          .outOfOrder(true)
          .load()
          .migrate();
    } catch (RuntimeException e) {
      throw translated("migrate", e);
    }
  }

  /** One statement or a few, each committed by itself. */
  public <T extends @Nullable Object> T with(Function<Handle, T> work) {
    return bounded(() -> jdbi.withHandle(work::apply));
  }

  /** All or nothing. On {@link RecordsAway} it is unknown which. */
  public <T extends @Nullable Object> T inTransaction(Function<Handle, T> work) {
    return bounded(() -> jdbi.inTransaction(work::apply));
  }

  private interface Work<T extends @Nullable Object> {
    T run();
  }

  private <T extends @Nullable Object> T bounded(Work<T> work) {
    try {
      if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RecordsAway("every connection was busy", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecordsAway("interrupted while waiting for a connection", e);
    }
    try {
      return work.run();
    } catch (RuntimeException e) {
      throw translated("ask PostgreSQL", e);
    } finally {
      places.release();
    }
  }

  /** True when PostgreSQL answers a trivial question now. */
  public boolean answers() {
    try {
      return with(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one()) == 1;
    } catch (RecordsAway away) {
      return false;
    }
  }

  private static RuntimeException translated(String what, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isAway(sql)) {
        return new RecordsAway("could not " + what, failure);
      }
    }
    return failure;
  }

  /**
   * Class 08 connection, 57 operator intervention (shutdown, statement time-out), 53 no resources,
   * 55P03 lock time-out, 25006 a primary that became read-only. No state: the pool gave up.
   */
  private static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      return true;
    }
    return state.startsWith("08")
        || state.startsWith("57")
        || state.startsWith("53")
        || state.equals("55P03")
        || state.equals("25006");
  }

  @Override
  public void close() {
    pool.close();
  }
}
