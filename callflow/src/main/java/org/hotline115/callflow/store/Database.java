package org.hotline115.callflow.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL behind one bounded pool. Every statement ends within {@link #PATIENCE} and a
 * transaction within {@link #LONGEST}: a slow or missing server becomes {@link RecordsAway}, never
 * a hanging thread.
 */
public final class Database implements AutoCloseable {

  /** How long a statement waits for its answer. */
  public static final Duration PATIENCE = Duration.ofMillis(2_500);

  /** How long a transaction may take in all, waiting for its turn included. */
  public static final Duration LONGEST = Duration.ofMillis(2_800);

  /** Of these, waiting until a new connection stands. */
  private static final Duration CONNECTING = Duration.ofMillis(1_500);

  private static final String READ_ONLY = "25006";

  /**
   * Where and as whom. {@code connections} is the most this process ever opens. The address may
   * name several servers; only the primary among them is asked.
   */
  public record Settings(String url, String user, Secret password, int connections) {}

  private final HikariDataSource pool;
  private final Jdbi jdbi;

  /** Fair: without it 64 virtual threads on 8 connections had a p99 of seconds. */
  private final Semaphore places;

  private final Deadlines deadlines = new Deadlines();

  /** Opens no connection yet: a gateway may start while PostgreSQL is away. */
  public Database(Settings settings) {
    this.pool = new HikariDataSource(poolOf(settings));
    this.jdbi = Jdbi.create(pool);
    this.places = new Semaphore(settings.connections(), true);
  }

  private static HikariConfig poolOf(Settings settings) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("records");
    pool.setDataSource(new LastingDataSource(settings.url(), propertiesOf(settings)));
    pool.setMaximumPoolSize(settings.connections());
    pool.setMinimumIdle(1);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(CONNECTING.toMillis());
    pool.setValidationTimeout(1_000);
    return pool;
  }

  private static Properties propertiesOf(Settings settings) {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password().reveal());
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("loginTimeout", "2");
    properties.setProperty("socketTimeout", "3");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("targetServerType", "primary");
    properties.setProperty("ApplicationName", "hotline115");
    properties.setProperty(
        "options",
        "-c statement_timeout=%d -c lock_timeout=1500 -c TimeZone=UTC"
            .formatted(PATIENCE.toMillis()));
    return properties;
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
    return bounded(work);
  }

  /** All or nothing. On {@link RecordsAway} it is unknown which. */
  public <T extends @Nullable Object> T inTransaction(Function<Handle, T> work) {
    long end = System.nanoTime() + LONGEST.toNanos();
    return bounded(handle -> {
      try (Deadlines.Watch _ = deadlines.watch(handle.getConnection(), end)) {
        return handle.inTransaction(work::apply);
      }
    });
  }

  /** As {@link #inTransaction} for what carries in many rows: each statement has its patience. */
  public <T extends @Nullable Object> T inLongTransaction(Function<Handle, T> work) {
    return bounded(handle -> handle.inTransaction(work::apply));
  }

  private <T extends @Nullable Object> T bounded(Function<Handle, T> work) {
    awaitPlace();
    try (Handle handle = jdbi.open()) {
      return work.apply(handle);
    } catch (RuntimeException e) {
      throw translated("ask PostgreSQL", e);
    } finally {
      places.release();
    }
  }

  private void awaitPlace() {
    try {
      if (!places.tryAcquire(LONGEST.minus(CONNECTING).toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RecordsAway("every connection was busy", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecordsAway("interrupted while waiting for a connection", e);
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

  private RuntimeException translated(String what, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isAway(sql)) {
        if (READ_ONLY.equals(sql.getSQLState())) {
          leaveOldPrimary();
        }
        return new RecordsAway("could not " + what, failure);
      }
    }
    return failure;
  }

  /** Its connections live on when a primary turns read-only: each would be refused for ever. */
  private void leaveOldPrimary() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  /**
   * Class 08 connection, 57 operator intervention (shutdown, statement time-out), 53 no resources,
   * 55P03 lock time-out, 25006 a primary that became read-only. No state: the pool gave up.
   */
  static boolean isAway(SQLException failure) {
    String state = failure.getSQLState();
    if (state == null) {
      return true;
    }
    return state.startsWith("08")
        || state.startsWith("57")
        || state.startsWith("53")
        || state.equals("55P03")
        || state.equals(READ_ONLY);
  }

  @Override
  public void close() {
    pool.close();
    deadlines.close();
  }
}
