package org.hotline115.callflow.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Goes on knocking at a server that is away. A pool that is told of each failure waits longer from
 * one to the next, up to five seconds, and would notice that much later that the server is back.
 * Whoever wants a connection is not kept waiting by this: the pool's own patience is shorter.
 */
final class LastingDataSource implements DataSource {

  private static final Duration KNOCK_EVERY = Duration.ofMillis(250);

  private final String url;
  private final Properties properties;

  LastingDataSource(String url, Properties properties) {
    this.url = url;
    this.properties = properties;
  }

  /** Answers when the server does, or says at once what no waiting mends: a wrong password. */
  @Override
  public Connection getConnection() throws SQLException {
    while (true) {
      try {
        return DriverManager.getConnection(url, properties);
      } catch (SQLException failure) {
        if (!Database.isAway(failure)) {
          throw failure;
        }
        rest(failure);
      }
    }
  }

  /** The pool interrupts when it closes. */
  private static void rest(SQLException failure) throws SQLException {
    try {
      Thread.sleep(KNOCK_EVERY);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the user is in the settings");
  }

  @Override
  public PrintWriter getLogWriter() {
    return new PrintWriter(PrintWriter.nullWriter());
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("it writes no log");
  }

  /** The driver has its own time-outs, among its properties. */
  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("it writes no log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException("it wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
