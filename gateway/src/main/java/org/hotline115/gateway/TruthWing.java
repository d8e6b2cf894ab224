package org.hotline115.gateway;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.truth.BoardAlarm;
import org.hotline115.callflow.truth.TruthFeature;
import org.hotline115.gateway.web.AlarmRoutes;
import org.hotline115.gateway.web.Routes;

/** The watch over the board's figures, and the coordinators who hear of it. */
public final class TruthWing implements Wing {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  private final TruthFeature truth;
  private final ReadBoard board;
  private final DisplayNames names;
  private List<BoardAlarm> lastTold = List.of();

  public TruthWing(TruthFeature truth, ReadBoard board, DisplayNames names) {
    this.truth = truth;
    this.board = board;
    this.names = names;
  }

  @Override
  public List<Routes> routes() {
    return List.of(new AlarmRoutes(truth, board, names));
  }

  @Override
  public void start(Jobs jobs, BiConsumer<String, Object> tellDesks) {
    jobs.every(LOOK_EVERY, "invariants of the board", truth.checkInvariants()::runWhenRested);
    jobs.every(LOOK_EVERY, "alarms on desks", () -> tell(tellDesks));
  }

  /** Only how many wait: who may read them asks. Also what another gateway raised or decided. */
  private void tell(BiConsumer<String, Object> tellDesks) {
    List<BoardAlarm> now = truth.readAlarms().run();
    if (!now.equals(lastTold)) {
      tellDesks.accept("alarms", now.stream().filter(BoardAlarm::isOpen).count());
      lastTold = now;
    }
  }
}
