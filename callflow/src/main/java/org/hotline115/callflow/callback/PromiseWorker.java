package org.hotline115.callflow.callback;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after the promises: soon after a call moved, and every two seconds anyway. */
final class PromiseWorker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PromiseWorker.class);

  private static final Duration ANYWAY = Duration.ofSeconds(2);

  /** A surge of calls is one look, not hundreds. */
  private static final Duration BREATH = Duration.ofMillis(200);

  private final Semaphore woken = new Semaphore(0);
  private final Thread thread = Thread.ofVirtual().name("promises").unstarted(this::run);
  private volatile boolean closed;
  private volatile Runnable round = () -> {};

  void wake() {
    woken.release();
  }

  void start(KeepPromises keepPromises, BooleanSupplier exchangeIsUp) {
    round = () -> keepPromises.round(exchangeIsUp.getAsBoolean());
    thread.start();
  }

  private void run() {
    try {
      while (!closed) {
        boolean called = woken.tryAcquire(ANYWAY.toMillis(), TimeUnit.MILLISECONDS);
        if (called) {
          TimeUnit.MILLISECONDS.sleep(BREATH.toMillis());
          woken.drainPermits();
        }
        once();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void once() {
    try {
      round.run();
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("promises could not be looked after, tried again soon");
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
