package org.hotline115.gateway.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What so many runs of one thing took: how many a second, and each one's milliseconds, sorted. */
public record Sampled(double perSecond, double[] millis) {

  /** One thing to do; {@code number} counts from 0. Throws when it did not do what it should. */
  public interface Work {
    void run(int number) throws Exception;
  }

  public Sampled {
    Arrays.sort(millis);
  }

  /** So many runs by so many virtual threads; each number once. */
  static Sampled of(int runs, int threads, Work work)
      throws InterruptedException, ExecutionException {
    double[] millis = new double[runs];
    AtomicInteger next = new AtomicInteger();
    long started = System.nanoTime();
    inParallel(
        threads,
        () -> {
          for (int number = next.getAndIncrement();
              number < runs;
              number = next.getAndIncrement()) {
            long began = System.nanoTime();
            work.run(number);
            millis[number] = (System.nanoTime() - began) / 1e6;
          }
          return true;
        });
    return new Sampled(runs * 1e9 / (System.nanoTime() - started), millis);
  }

  static <T> List<T> inParallel(int runners, Callable<T> run)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        all.add(run);
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(all)) {
        results.add(one.get());
      }
      return results;
    }
  }

  public double p50() {
    return percentile(50);
  }

  public double p99() {
    return percentile(99);
  }

  double percentile(int percent) {
    if (millis.length == 0) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(percent / 100.0 * millis.length) - 1;
    return millis[Math.clamp(index, 0, millis.length - 1)];
  }
}
