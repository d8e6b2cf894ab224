package org.hotline115.gateway.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which of telephone, board, records and texts answer now. Each is asked every second on a thread
 * of its own, so that one that hangs does not hide another; a part that has not answered for {@link
 * #SILENCE_SECONDS_MAX} is down.
 */
public final class Parts implements AutoCloseable {

  public static final String TELEPHONE = "telephone";
  public static final String BOARD = "board";
  public static final String RECORDS = "records";
  public static final String TEXTS = "texts";

  static final int SILENCE_SECONDS_MAX = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

  private static final class Watched {
    final BooleanSupplier answers;
    final AtomicBoolean asking = new AtomicBoolean();
    final AtomicInteger silentSeconds = new AtomicInteger();
    volatile boolean up;

    Watched(BooleanSupplier answers) {
      this.answers = answers;
    }
  }

  private final ConcurrentMap<String, Watched> parts = new ConcurrentHashMap<>();
  private final List<Consumer<Map<String, String>>> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("parts").daemon().factory());
  private final ExecutorService askers =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("part-", 0).factory());
  private @Nullable ScheduledFuture<?> ticking;
  private volatile Map<String, String> told = Map.of();

  /** {@code answers} may block; it is asked again only after it has answered. */
  public Parts watch(String part, BooleanSupplier answers) {
    parts.put(part, new Watched(answers));
    return this;
  }

  public void whenChanged(Consumer<Map<String, String>> listener) {
    listeners.add(listener);
  }

  public Parts start() {
    ticking = clock.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
    return this;
  }

  private void tick() {
    parts.forEach(this::ask);
    tell();
  }

  private void ask(String name, Watched part) {
    if (!part.asking.compareAndSet(false, true)) {
      if (part.silentSeconds.incrementAndGet() >= SILENCE_SECONDS_MAX) {
        part.up = false;
      }
      return;
    }
    askers.execute(() -> {
      try {
        part.up = part.answers.getAsBoolean();
        part.silentSeconds.set(0);
      } catch (RuntimeException broken) {
        part.up = false;
        LOG.atWarn().setCause(broken).addKeyValue("part", name).log("a part cannot be asked");
      } finally {
        part.asking.set(false);
        tell();
      }
    });
  }

  private synchronized void tell() {
    Map<String, String> now = now();
    if (now.equals(told)) {
      return;
    }
    told = now;
    LOG.atInfo().addKeyValue("parts", now).log("a part changed");
    listeners.forEach(listener -> listener.accept(now));
  }

  /** UP or DOWN for each, in the order telephone, board, records, texts. */
  public Map<String, String> now() {
    Map<String, String> now = new LinkedHashMap<>();
    for (String name : List.of(TELEPHONE, BOARD, RECORDS, TEXTS)) {
      now.put(name, isUp(name) ? "UP" : "DOWN");
    }
    return now;
  }

  public boolean isUp(String name) {
    Watched part = parts.get(name);
    return part != null && part.up;
  }

  @Override
  public void close() {
    if (ticking != null) {
      ticking.cancel(false);
    }
    clock.shutdownNow();
    askers.shutdownNow();
  }
}
