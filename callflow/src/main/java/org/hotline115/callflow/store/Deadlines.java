package org.hotline115.callflow.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what takes too long by cutting its connection. PostgreSQL's own time-outs bound a statement
 * and a silence; many statements, each a little too slow, are bounded here.
 */
final class Deadlines implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("records-deadlines").factory());

  Deadlines() {
    clock.setRemoveOnCancelPolicy(true);
  }

  /** Until it is closed, the connection is cut at {@code end}, a {@link System#nanoTime}. */
  Watch watch(Connection connection, long end) {
    return new Watch(connection, end);
  }

  /** A connection that is being used. */
  final class Watch implements AutoCloseable {

    private final Connection connection;
    private final ScheduledFuture<?> due;
    private boolean over;

    private Watch(Connection connection, long end) {
      this.connection = connection;
      this.due = clock.schedule(this::cut, end - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    /** Never a connection that went back to the pool: {@link #close} waits for this. */
    private synchronized void cut() {
      if (over) {
        return;
      }
      over = true;
      try {
        connection.abort(Runnable::run);
        log.atWarn().log("A work in the records took too long and was cut");
      } catch (SQLException e) {
        log.atWarn()
            .addKeyValue("reason", e.getSQLState())
            .log("A work in the records took too long and could not be cut");
      }
    }

    @Override
    public synchronized void close() {
      over = true;
      due.cancel(false);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
