package org.hotline115.callflow.message;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on the outbox, round after round, on one virtual thread. Every gateway has one. */
final class MessageWorker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MessageWorker.class);

  static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** What is on its way may come to its end; the rest is found again by its lease. */
  static final Duration CLOSE_PATIENCE = Duration.ofSeconds(8);

  private final SendTexts sendTexts;
  private final Semaphore news = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;
  private boolean recordsAway;

  MessageWorker(SendTexts sendTexts) {
    this.sendTexts = sendTexts;
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
      boolean more = sendTexts.round();
      recordsAway = false;
      return more;
    } catch (RecordsAway away) {
      if (!recordsAway) {
        recordsAway = true;
        log.atWarn().log("the outbox waits: the records are away");
      }
    } catch (RuntimeException bug) {
      log.atError().setCause(bug).log("a round of the outbox failed");
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
