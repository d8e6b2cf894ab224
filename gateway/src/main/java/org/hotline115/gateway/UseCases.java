package org.hotline115.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The one crossing from the event loop to plain blocking code and back: each use case runs on a
 * virtual thread of its own, never more than {@code atOnceMax}, and its answer comes back on the
 * context that asked. When all are busy the answer is {@link Busy} at once, instead of a queue that
 * only grows.
 */
public final class UseCases implements AutoCloseable {

  /** Every place is taken: try again soon. */
  public static final class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Busy() {
      super("every use-case thread is busy", null, false, false);
    }
  }

  private final Vertx vertx;
  private final Semaphore places;
  private final ExecutorService threads;
  private final Counter refused;

  public UseCases(Vertx vertx, int atOnceMax, MeterRegistry metrics) {
    this.vertx = vertx;
    this.places = new Semaphore(atOnceMax);
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("use-case-", 0).factory());
    this.refused = metrics.counter("gateway_use_cases_refused_total");
    Gauge.builder("gateway_use_cases_running", () -> atOnceMax - places.availablePermits())
        .register(metrics);
  }

  /** Runs {@code work} off the event loop; the future completes on the caller's context. */
  public <T> Future<T> run(Callable<T> work) {
    Context context = vertx.getOrCreateContext();
    if (!places.tryAcquire()) {
      refused.increment();
      return Future.failedFuture(new Busy());
    }
    Promise<T> promise = Promise.promise();
    threads.execute(() -> {
      try {
        T result = work.call();
        context.runOnContext(done -> promise.complete(result));
      } catch (Throwable failure) { // the edge decides what a bug looks like outside
        context.runOnContext(done -> promise.fail(failure));
      } finally {
        places.release();
      }
    });
    return promise.future();
  }

  /** Lets what runs come to its end for a moment, then lets go. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
