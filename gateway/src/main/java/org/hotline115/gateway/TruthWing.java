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
public record TruthWing(TruthFeature truth, ReadBoard board, DisplayNames names) implements Wing {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

  @Override
  public List<Routes> routes() {
    return List.of(new AlarmRoutes(truth, board, names));
  }

  @Override
  public void start(Jobs jobs, BiConsumer<String, Object> tellDesks) {
    jobs.every(LOOK_EVERY, "invariants of the board", truth.checkInvariants()::runWhenRested);
    // Only how many wait: who may read them asks. Also what another gateway raised or decided.
    jobs.news(
        LOOK_EVERY,
        "alarms on desks",
        List.<BoardAlarm>of(),
        truth.readAlarms()::run,
        now -> tellDesks.accept("alarms", now.stream().filter(BoardAlarm::isOpen).count()));
  }
}
