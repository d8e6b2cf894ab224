package org.hotline115.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done again and again. A job that fails is logged and runs again: none ends silently. */
public final class Jobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

  private final ScheduledExecutorService threads;
  private final List<ScheduledFuture<?>> running = new ArrayList<>();

  Jobs(String name, int threads) {
    this.threads =
        Executors.newScheduledThreadPool(
            threads, Thread.ofPlatform().name(name + "-", 0).daemon().factory());
  }

  /** {@code pause} lies between the end of one run and the start of the next. */
  public void every(Duration pause, String name, Runnable job) {
    Runnable guarded =
        () -> {
          try {
            job.run();
          } catch (RuntimeException e) {
            LOG.atWarn()
                .addKeyValue("job", name)
                .addKeyValue("reason", e.toString())
                .log("a job failed and will run again");
          }
        };
    long millis = pause.toMillis();
    running.add(threads.scheduleWithFixedDelay(guarded, millis, millis, TimeUnit.MILLISECONDS));
  }

  /**
   * Looks again and again, and tells what is there when it differs from the last time. Before the
   * first look there was {@code nothing}.
   */
  <T> void news(Duration pause, String name, T nothing, Supplier<T> look, Consumer<T> tell) {
    AtomicReference<T> last = new AtomicReference<>(nothing);
    every(
        pause,
        name,
        () -> {
          T now = look.get();
          if (!now.equals(last.get())) {
            tell.accept(now);
            last.set(now);
          }
        });
  }

  @Override
  public void close() {
    running.forEach(job -> job.cancel(false));
    threads.shutdown();
  }
}
