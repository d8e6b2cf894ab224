package org.hotline115.gateway.embedded;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts parts in order, starts again what dies, stops in the opposite order. */
final class Supervisor {

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration WAIT_MAX = Duration.ofSeconds(30);

  /** After so long a life a death is a new one, and not the next of a row. */
  private static final Duration STEADY = Duration.ofSeconds(60);

  private static final class Watched {
    final Part part;
    int deathsInARow;
    long startedAt = System.nanoTime();
    long nextTryAt;

    Watched(Part part) {
      this.part = part;
    }
  }

  private final PrintStream out;
  private final List<Watched> watched = new ArrayList<>();

  Supervisor(PrintStream out) {
    this.out = out;
  }

  void start(Part part) throws InterruptedException {
    out.println("  " + part.name() + ": starting");
    watched.add(new Watched(part));
    part.start();
  }

  /** Until interrupted. */
  void watch() throws InterruptedException {
    while (true) {
      Thread.sleep(LOOK_EVERY);
      for (Watched each : watched) {
        if (!each.part.alive() && System.nanoTime() - each.nextTryAt >= 0) {
          startAgain(each);
        }
      }
    }
  }

  private void startAgain(Watched dead) throws InterruptedException {
    long now = System.nanoTime();
    boolean steady = now - dead.startedAt > STEADY.toNanos();
    dead.deathsInARow = steady ? 1 : dead.deathsInARow + 1;
    out.println("  " + dead.part.name() + ": has ended, starting it again");
    try {
      dead.part.start();
      dead.startedAt = System.nanoTime();
    } catch (Part.StartFailed e) {
      out.println("  " + dead.part.name() + ": " + e.getMessage());
      dead.part.stop();
    }
    dead.nextTryAt = System.nanoTime() + pause(dead.deathsInARow).toNanos();
  }

  /** 0.2 s, then twice as long each time, up to 30 s. */
  private static Duration pause(int deathsInARow) {
    Duration pause = Duration.ofMillis(100L << Math.min(deathsInARow, 10));
    return pause.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : pause;
  }

  /** The last started first, as it uses the others; those need not wait for one another. */
  void stopAll() {
    if (watched.isEmpty()) {
      return;
    }
    stop(watched.removeLast());
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      watched.reversed().forEach(each -> together.execute(() -> stop(each)));
    }
  }

  private void stop(Watched each) {
    try {
      each.part.stop();
      out.println("  " + each.part.name() + ": stopped");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
