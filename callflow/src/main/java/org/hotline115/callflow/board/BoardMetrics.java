package org.hotline115.callflow.board;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What the board counts; the tag {@code outcome} is the name of the result's record. */
public final class BoardMetrics {

  private final MeterRegistry registry;
  private final AtomicLong journalLag = new AtomicLong();
  private final AtomicLong up = new AtomicLong();

  public BoardMetrics(MeterRegistry registry) {
    this.registry = registry;
    registry.gauge("callflow_board_journal_lag_changes", journalLag);
    registry.gauge("callflow_board_up", up);
  }

  void holdAsked(HoldResult result, Duration took) {
    timer("callflow_board_hold_seconds", result).record(took);
  }

  void holdMoved(String verb, HoldAnswer answer) {
    registry
        .counter("callflow_board_move_total", "verb", verb, "outcome", name(answer))
        .increment();
  }

  void told(TellResult result) {
    registry.counter("callflow_board_told_total", "outcome", name(result)).increment();
  }

  void expired(int holds) {
    registry.counter("callflow_board_expired_total").increment(holds);
  }

  void rebuilt(Duration took) {
    registry.timer("callflow_board_rebuild_seconds").record(took);
  }

  void differed(BoardDifference difference) {
    registry
        .counter("callflow_board_difference_total", "what", difference.what().name())
        .increment();
  }

  void changed(int changes) {
    registry.counter("callflow_board_change_total").increment(changes);
  }

  void gapFilled() {
    registry.counter("callflow_board_gap_total").increment();
  }

  void feedOverflowed() {
    registry.counter("callflow_board_feed_overflow_total").increment();
  }

  void journalLag(long changes) {
    journalLag.set(changes);
  }

  void light(BoardLight light) {
    up.set(light == BoardLight.UP ? 1 : 0);
  }

  private Timer timer(String name, Object outcome) {
    return registry.timer(name, "outcome", name(outcome));
  }

  private static String name(Object outcome) {
    return outcome.getClass().getSimpleName();
  }
}
