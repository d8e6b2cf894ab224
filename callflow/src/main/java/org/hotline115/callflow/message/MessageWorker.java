package org.hotline115.callflow.message;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on what is due, round after round, on one virtual thread. Every gateway has its own. */
final class MessageWorker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MessageWorker.class);

  static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** What is on its way may come to its end; the rest is found again by its lease. */
  static final Duration CLOSE_PATIENCE = Duration.ofSeconds(8);

  private final String name;
  private final BooleanSupplier work;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;
  private boolean recordsAway;

  /** {@code work} is one round and tells whether there may be more to do at once. */
  MessageWorker(String name, BooleanSupplier work) {
    this.name = name;
    this.work = work;
    this.thread = Thread.ofVirtual().name("message-worker").unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  /** There is something new: do not wait for the next look. */
  void wake() {
    news.release();
  }

  private void work() {
    while (!closed) {
      boolean more = round();
      try {
        if (!more && news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean round() {
    try {
      boolean more = work.getAsBoolean();
      recordsAway = false;
      return more;
    } catch (RecordsAway away) {
      if (!recordsAway) {
        recordsAway = true;
        log.atWarn().addKeyValue("work", name).log("texts wait: the records are away");
      }
    } catch (RuntimeException bug) {
      log.atError().addKeyValue("work", name).setCause(bug).log("a round of work failed");
    }
    return false;
  }

  @Override
  public void close() {
    closed = true;
    news.release();
    try {
      if (!thread.join(CLOSE_PATIENCE)) {
        log.atWarn().log("texts on their way are left to their lease");
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
