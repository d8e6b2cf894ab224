package org.hotline115.callflow.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every change, in order and without a gap, into the mirror and to whoever shows the board:
 * one thread, a bounded queue, and a fresh picture whenever anything was missed.
 */
final class BoardFeed implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BoardFeed.class);

  private static final int LINES_WAITING_MAX = 20_000;
  private static final int LINES_AT_ONCE = 512;
  private static final String START_AGAIN = "";

  private final RedisBoardChanges changes;
  private final PlaceBoard board;
  private final BoardMirror mirror;
  private final BoardMetrics metrics;
  private final List<BoardListener> listeners = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(LINES_WAITING_MAX);
  private final Thread thread;
  private volatile boolean missed = true;
  private volatile boolean closed;

  BoardFeed(RedisBoardChanges changes, PlaceBoard board, BoardMirror mirror, BoardMetrics metrics) {
    this.changes = changes;
    this.board = board;
    this.mirror = mirror;
    this.metrics = metrics;
    this.thread = Thread.ofPlatform().daemon().name("board-feed").unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  void subscribe(BoardListener listener) {
    listeners.add(listener);
  }

  /** Opens the ear if it is not open yet; throws while Redis is away. */
  void listen() {
    changes.listen(this::heard);
  }

  /** Never blocks Redis's thread: a full queue is dropped and a fresh picture taken. */
  private void heard(String line) {
    if (!lines.offer(line)) {
      missed = true;
      metrics.feedOverflowed();
    }
  }

  /** Asks for a fresh picture. */
  void startAgain() {
    missed = true;
    heard(START_AGAIN);
  }

  private void work() {
    List<String> batch = new ArrayList<>();
    while (!closed) {
      try {
        String first = lines.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          lines.drainTo(batch, LINES_AT_ONCE - 1);
          take(batch);
        }
      } catch (InterruptedException closing) {
        return;
      } catch (RuntimeException e) {
        missed = true;
        log.atWarn().setCause(e).log("A change of the board could not be taken over");
      }
      batch.clear();
    }
  }

  private synchronized void take(List<String> batch) {
    if (missed || batch.stream().anyMatch(this::startsAgain)) {
      startFromPicture();
      return;
    }
    batch.removeIf(BoardFeed::isBuilt);
    List<BoardChange> next = new ArrayList<>();
    long expected = mirror.version() + 1;
    for (String line : batch) {
      BoardChange change = BoardLine.parse(line);
      if (change.version() < expected) {
        continue;
      }
      if (change.version() > expected) {
        next.addAll(between(expected, change.version()));
      }
      next.add(change);
      expected = change.version() + 1;
    }
    tell(next);
  }

  /** Somebody wrote the board anew, with this number: known when it was this gateway. */
  private static boolean isBuilt(String line) {
    return line.indexOf('\t') < 0;
  }

  private boolean startsAgain(String line) {
    return line.equals(START_AGAIN) || (isBuilt(line) && Long.parseLong(line) > mirror.version());
  }

  /**
   * What was missed, from the stream; throws, and so starts from a picture, when it is not there.
   */
  private List<BoardChange> between(long first, long end) {
    List<BoardChange> found = new ArrayList<>();
    long expected = first;
    while (expected < end) {
      List<BoardChange> portion = changes.after(expected - 1);
      for (BoardChange change : portion) {
        if (change.version() >= end) {
          break;
        }
        if (change.version() != expected) {
          throw new IllegalStateException("changes of the board are missing");
        }
        found.add(change);
        expected++;
      }
      if (portion.isEmpty()) {
        throw new IllegalStateException("changes of the board are missing");
      }
    }
    metrics.gapFilled();
    return found;
  }

  private void tell(List<BoardChange> next) {
    if (next.isEmpty()) {
      return;
    }
    next.forEach(mirror::apply);
    metrics.changed(next.size());
    List<BoardChange> told = List.copyOf(next);
    listeners.forEach(listener -> safely(() -> listener.boardChanged(told)));
  }

  private void startFromPicture() {
    board.picture().ifPresent(this::show);
  }

  /**
   * Shows what this gateway itself writes, without reading it back; empty when it wrote nothing.
   * Nothing else is shown until it is written.
   */
  synchronized Optional<BoardPicture> startFrom(Supplier<Optional<BoardPicture>> writing) {
    Optional<BoardPicture> written = writing.get();
    written.ifPresent(this::show);
    return written;
  }

  private void show(BoardPicture picture) {
    missed = false;
    mirror.reset(picture);
    listeners.forEach(listener -> safely(() -> listener.boardReset(picture)));
  }

  /** Turns the light and tells it. */
  void turn(BoardLight light) {
    if (mirror.turn(light)) {
      log.atInfo().addKeyValue("light", light).log("The board turned");
      listeners.forEach(listener -> safely(() -> listener.boardTurned(light)));
    }
  }

  /** One bad listener must not silence the others. */
  private static void safely(Runnable telling) {
    try {
      telling.run();
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("A listener of the board failed");
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    changes.close();
  }
}
