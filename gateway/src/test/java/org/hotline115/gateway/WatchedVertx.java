package org.hotline115.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.threadchecker.BlockedThreadEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Vert.x whose event loops are watched: a loop that our own code holds up for more than 100 ms
 * fails the test in which it happens, with the stack. A machine that is busy testing makes loops
 * late by itself, so what counts is a loop of ours that waits (a lock, a sleep, a socket) at
 * several looks in a row, or computes for two seconds; the rest is logged.
 */
public final class WatchedVertx implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WatchedVertx.class);

  private static final long LOOK_EVERY_MILLIS = 10;
  private static final long HELD_UP_MILLIS = 100;
  private static final int LOOKS_THAT_PROVE = 3;
  private static final Duration COMPUTES_AT_MOST = Duration.ofSeconds(2);
  private static final String OURS = "org.hotline115.";

  private final Vertx vertx;
  private final Map<Thread, Integer> looksWaiting = new ConcurrentHashMap<>();
  private final List<String> heldUp = new CopyOnWriteArrayList<>();

  public WatchedVertx() {
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setBlockedThreadCheckInterval(LOOK_EVERY_MILLIS)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(HELD_UP_MILLIS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS));
    ((VertxInternal) vertx).blockedThreadChecker().setThreadBlockedHandler(this::look);
  }

  public Vertx vertx() {
    return vertx;
  }

  private void look(BlockedThreadEvent late) {
    Thread loop = late.thread();
    Thread.State state = loop.getState();
    StackTraceElement[] stack = loop.getStackTrace();
    Duration since = Duration.ofNanos(late.duration());
    boolean ours = Arrays.stream(stack).anyMatch(f -> f.getClassName().startsWith(OURS));
    boolean waits = ours && (state != Thread.State.RUNNABLE || readsASocket(stack));
    int looks = waits ? looksWaiting.merge(loop, 1, Integer::sum) : 0;
    if (!waits) {
      looksWaiting.remove(loop);
    }
    if (looks == LOOKS_THAT_PROVE || (ours && !waits && since.compareTo(COMPUTES_AT_MOST) > 0)) {
      heldUp.add(
          "%s %s for %d ms%n%s"
              .formatted(
                  loop.getName(), waits ? "waits" : "computes", since.toMillis(), text(stack)));
    }
    log.atWarn()
        .addKeyValue("state", state)
        .addKeyValue("millis", since.toMillis())
        .addKeyValue("ours", ours)
        .log("An event loop is late");
  }

  private static boolean readsASocket(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(f -> f.getClassName().equals("sun.nio.ch.NioSocketImpl"));
  }

  private static String text(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .map(frame -> "  at " + frame)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** Where our code held up a loop, so far. */
  public List<String> heldUp() {
    return List.copyOf(heldUp);
  }

  @Override
  public void close() {
    vertx.close().await();
    if (!heldUp.isEmpty()) {
      throw new AssertionError("our code held up an event loop: " + heldUp.getFirst());
    }
  }
}
