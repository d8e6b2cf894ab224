package org.hotline115.callflow.board;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hotline115.callflow.board.RedisBoardChanges.Pulse;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the board true without anybody asking: feels Redis's pulse, rebuilds what was emptied, ends
 * holds whose time ran out, carries the journal, compares with PostgreSQL. Every gateway has one;
 * each of these steps may happen in several at once.
 */
final class BoardKeeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BoardKeeper.class);

  static final Duration PULSE_EVERY = Duration.ofMillis(500);
  static final Duration EXPIRE_EVERY = Duration.ofMillis(250);

  /** Behind the alarm clock of {@link WakeJournal}: what nobody published here. */
  static final Duration JOURNAL_EVERY = Duration.ofMillis(500);

  static final Duration COMPARE_EVERY = Duration.ofSeconds(1);
  private static final int EXPIRED_AT_ONCE_MAX = 200;

  /** One late answer of a busy machine is no outage; two are seen within three seconds. */
  private static final int PULSES_MISSED_MAX = 2;

  /** The whole comparison may take one twentieth of the time, so a large board rests longer. */
  private static final int REST = 20;

  /** What the keeper moves. */
  record Parts(
      PlaceBoard board,
      RedisBoardChanges changes,
      BoardMirror mirror,
      BoardFeed feed,
      HoldJournal journal,
      PlaceCatalogue catalogue) {}

  private final Parts parts;
  private final RebuildBoard rebuild;
  private final CompareBoard compare;
  private final BoardMetrics metrics;
  private final InstantSource clock;
  private final ZoneId zone;
  private int pulsesMissed;
  private long nextWholeLook = System.nanoTime();
  private @Nullable NightOf lastNight;

  /** What is asked of it after its end is dropped: the next gateway does it. */
  private final ScheduledExecutorService jobs =
      new ScheduledThreadPoolExecutor(
          4,
          Thread.ofPlatform().daemon().name("board-keeper-", 0).factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  BoardKeeper(
      Parts parts,
      RebuildBoard rebuild,
      CompareBoard compare,
      BoardMetrics metrics,
      InstantSource clock,
      ZoneId zone) {
    this.parts = parts;
    this.rebuild = rebuild;
    this.compare = compare;
    this.metrics = metrics;
    this.clock = clock;
    this.zone = zone;
  }

  void start() {
    every(PULSE_EVERY, "feel the pulse", this::feelPulse);
    every(EXPIRE_EVERY, "expire", this::expire);
    every(JOURNAL_EVERY, "write the journal", parts.journal()::catchUp);
    every(COMPARE_EVERY, "compare", this::compare);
    parts.feed().subscribe(new WakeJournal());
  }

  /** Changes are written as they come: one run at a time, and one more for what came meanwhile. */
  private final class WakeJournal implements BoardListener {

    private final AtomicBoolean due = new AtomicBoolean();

    @Override
    public void boardChanged(List<BoardChange> changes) {
      if (due.compareAndSet(false, true)) {
        jobs.execute(() -> {
          due.set(false);
          guarded("write the journal", parts.journal()::catchUp);
        });
      }
    }

    @Override
    public void boardReset(BoardPicture picture) {}

    @Override
    public void boardTurned(BoardLight light) {}
  }

  /** A job that fails is told once a run and tried again: it must never end. */
  private void every(Duration pause, String what, Runnable job) {
    var _ =
        jobs.scheduleWithFixedDelay(
            () -> guarded(what, job), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void guarded(String what, Runnable job) {
    try {
      job.run();
    } catch (RuntimeException e) {
      log.atWarn()
          .addKeyValue("job", what)
          .addKeyValue("reason", e.toString())
          .log("A job of the board failed and will be tried again");
    }
  }

  NightOf tonight() {
    return NightOf.at(clock.instant(), zone);
  }

  private void feelPulse() {
    long seen = parts.mirror().version();
    switch (parts.changes().pulse()) {
      case Pulse.Away() -> {
        if (++pulsesMissed >= PULSES_MISSED_MAX) {
          turn(BoardLight.DOWN);
        }
      }
      case Pulse.NotBuilt() -> {
        pulsesMissed = 0;
        turn(BoardLight.DOWN);
        rebuild();
      }
      case Pulse.Built(long version, var at) -> {
        if (version < seen) {
          turn(BoardLight.DOWN);
          log.atError()
              .addKeyValue("version", version)
              .addKeyValue("seen", seen)
              .log("Redis came back with an older board");
          rebuild();
        } else {
          pulsesMissed = 0;
          parts.mirror().heard(at);
          comeBack(version);
        }
      }
    }
  }

  /** Up again only after the records were looked at: a promise made meanwhile must be shown. */
  private void comeBack(long version) {
    if (parts.mirror().light() == BoardLight.UP) {
      if (version > parts.mirror().version() + 100_000) {
        parts.feed().startAgain();
      }
      return;
    }
    parts.feed().listen();
    boolean mustRebuild = false;
    try {
      parts.catalogue().refresh();
      mustRebuild = rebuild.isOlder(version);
      if (!mustRebuild) {
        mustRebuild = compare.catchUp(tonight()).needsRebuild();
      }
    } catch (RecordsAway away) {
      log.atWarn()
          .log("The board is up while the records are away: places can be held, not promised");
    }
    if (mustRebuild) {
      rebuild();
      return;
    }
    parts.feed().startAgain();
    turn(BoardLight.UP);
  }

  private void rebuild() {
    parts.catalogue().refresh();
    NightOf tonight = tonight();
    parts.feed().listen();
    parts
        .feed()
        .startFrom(() -> rebuild.run(tonight, parts.mirror().version()))
        .ifPresent(written -> {
          compare.catchUp(tonight, written);
          turn(BoardLight.UP);
        });
  }

  private void turn(BoardLight light) {
    metrics.light(light);
    parts.feed().turn(light);
  }

  private void expire() {
    if (parts.mirror().light() == BoardLight.UP) {
      parts.board().expire(EXPIRED_AT_ONCE_MAX).ifPresent(holds -> metrics.expired(holds.size()));
    }
  }

  private void compare() {
    if (parts.mirror().light() == BoardLight.DOWN) {
      return;
    }
    NightOf tonight = tonight();
    compare.glance(tonight, parts.mirror());
    long started = System.nanoTime();
    if (started - nextWholeLook < 0 && tonight.equals(lastNight)) {
      return;
    }
    lastNight = tonight;
    parts.catalogue().refresh();
    if (compare.run(tonight).needsRebuild()) {
      rebuild();
    }
    long ended = System.nanoTime();
    nextWholeLook = ended + REST * (ended - started);
  }

  @Override
  public void close() {
    jobs.shutdownNow();
    try {
      if (!jobs.awaitTermination(3, TimeUnit.SECONDS)) {
        log.atWarn().log("A job of the board did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
