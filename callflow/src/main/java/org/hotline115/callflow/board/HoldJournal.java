package org.hotline115.callflow.board;

import java.util.Optional;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Carries what Redis decided into PostgreSQL, behind the answer: the stream of changes is the
 * queue, so nothing waits in this process, the order is Redis's, and PostgreSQL may be away for
 * 200,000 changes. If Redis dies before a hold is written the hold is lost; nothing that was
 * promised is, for a promise is PostgreSQL's own.
 */
final class HoldJournal {

  private final RedisBoardChanges changes;
  private final JdbcHoldJournal records;
  private final BoardMirror mirror;
  private final BoardMetrics metrics;

  HoldJournal(
      RedisBoardChanges changes,
      JdbcHoldJournal records,
      BoardMirror mirror,
      BoardMetrics metrics) {
    this.changes = changes;
    this.records = records;
    this.mirror = mirror;
    this.metrics = metrics;
  }

  /** Writes until nothing is left; false when PostgreSQL is away or another gateway writes. */
  boolean catchUp() {
    try {
      while (true) {
        Optional<JdbcHoldJournal.Written> written = records.write(changes::after);
        if (written.isEmpty()) {
          return false;
        }
        metrics.journalLag(Math.max(0, mirror.version() - written.get().lastVersion()));
        if (written.get().changes() == 0) {
          return true;
        }
      }
    } catch (RecordsAway away) {
      return false;
    }
  }

  /** Writes until nothing is left, in turn with others; throws {@link RecordsAway}. */
  void catchUpInTurn() {
    JdbcHoldJournal.Written written;
    do {
      written = records.writeInTurn(changes::after);
    } while (written.changes() > 0);
  }
}
