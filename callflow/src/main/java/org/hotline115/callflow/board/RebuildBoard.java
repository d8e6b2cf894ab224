package org.hotline115.callflow.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes an emptied or wrong Redis anew from what PostgreSQL remembers, live holds too. First
 * nobody can hold any more, then what was held is written down, then it is read: a hold that was
 * answered outlives the rebuild.
 */
final class RebuildBoard {

  private static final Logger log = LoggerFactory.getLogger(RebuildBoard.class);

  /**
   * The new numbers start so far above the remembered one that a change which was told to screens
   * but not yet journalled can never have a number twice.
   */
  static final long VERSIONS_SKIPPED = 1_000_000;

  private final PlaceBoard board;
  private final JdbcBoardRecords records;
  private final JdbcHoldJournal journal;
  private final HoldJournal queue;
  private final BoardMetrics metrics;
  private final InstantSource clock;

  RebuildBoard(
      PlaceBoard board,
      JdbcBoardRecords records,
      JdbcHoldJournal journal,
      HoldJournal queue,
      BoardMetrics metrics,
      InstantSource clock) {
    this.board = board;
    this.records = records;
    this.journal = journal;
    this.queue = queue;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What was written; empty when Redis went away or another gateway is at it. */
  Optional<BoardPicture> run(NightOf night, long versionSeen) {
    long started = System.nanoTime();
    AtomicReference<BoardPicture> written = new AtomicReference<>();
    boolean built =
        board.rebuild(() -> {
          written.set(remembered(night, versionSeen));
          return written.get();
        });
    if (!built) {
      return Optional.empty();
    }
    metrics.rebuilt(Duration.ofNanos(System.nanoTime() - started));
    return Optional.of(written.get());
  }

  /**
   * Holds are read before the figures: a promise in between counts twice for a moment, never not at
   * all.
   */
  private BoardPicture remembered(NightOf night, long versionSeen) {
    queue.catchUpInTurn();
    long version = Math.max(journal.rememberedVersion(), versionSeen) + VERSIONS_SKIPPED;
    List<Hold> holds = journal.activeHolds(night);
    Map<PlaceGroupId, Integer> held =
        holds.stream()
            .collect(
                Collectors.groupingBy(Hold::placeGroupId, Collectors.summingInt(Hold::places)));
    List<CapacityState> states =
        records.figures(night, clock.instant()).stream()
            .map(state -> withHeld(state, held.getOrDefault(state.placeGroupId(), 0), version))
            .toList();
    journal.remember(version);
    log.atWarn()
        .addKeyValue("groups", states.size())
        .addKeyValue("holds", holds.size())
        .addKeyValue("version", version)
        .log("The board is written anew from the records");
    return new BoardPicture(version, Instant.EPOCH, states, holds); // the pulse tells the time
  }

  /** True when PostgreSQL remembers a later change than Redis: it came back with old data. */
  boolean isOlder(long version) {
    return version < journal.rememberedVersion();
  }

  private static CapacityState withHeld(CapacityState recorded, int held, long version) {
    return new CapacityState(
        recorded.placeGroupId(),
        recorded.nightOf(),
        recorded.open(),
        recorded.occupied(),
        recorded.promised(),
        held,
        recorded.toldAt(),
        recorded.toldBy(),
        recorded.source(),
        recorded.record(),
        version);
  }
}
