package org.hotline115.callflow.queue;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallObserver;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.Rank;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose telephone died stands in the queue until the exchange notices, up to a minute; whoever
 * rings again meanwhile finds no lost place yet. So it is looked for once more when the dead line
 * ends, and when he begins to wait: he is moved to where he stood. By the same rule as {@link
 * KeepPlace}, which gives a place to one call only. Fail-open: who cannot be moved stands where he
 * arrived.
 */
public final class TakeLostPlace implements CallObserver, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(TakeLostPlace.class);
  private static final int LOOKS_WAITING_MAX = 1_000;

  private final RecordCall calls;
  private final KeepPlace keepPlace;
  private final PlaceMover mover;
  private final InstantSource clock;

  /**
   * One look after the other: two calls must not inherit the same place. Never on a call's lane.
   */
  private final ThreadPoolExecutor looks =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(LOOKS_WAITING_MAX),
          Thread.ofVirtual().name("lost-places").factory(),
          new ThreadPoolExecutor.DiscardOldestPolicy());

  public TakeLostPlace(
      RecordCall calls, KeepPlace keepPlace, PlaceMover mover, InstantSource clock) {
    this.calls = calls;
    this.keepPlace = keepPlace;
    this.mover = mover;
    this.clock = clock;
  }

  @Override
  public void callChanged(Call before, Call after) {
    CallerKey caller = after.callerKey();
    if (caller != null && mayMatter(calls.stateOf(before), calls.stateOf(after))) {
      looks.execute(() -> look(caller));
    }
  }

  /** Somebody's line ended, or somebody begins to wait. */
  private static boolean mayMatter(CallState before, CallState after) {
    return !before.getClass().equals(after.getClass())
        && (after instanceof CallState.Ended || after instanceof CallState.Waiting);
  }

  private void look(CallerKey caller) {
    try {
      waiting(caller).forEach(call -> takeOver(call, caller));
    } catch (RecordsAway away) {
      log.atDebug().log("records are away, a lost place is not looked for");
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("a lost place could not be given back");
    }
  }

  /** His calls that stand where they arrived, the first one first. */
  private List<Call> waiting(CallerKey caller) {
    return calls.live().stream()
        .filter(call -> caller.equals(call.callerKey()))
        .filter(call -> calls.stateOf(call) instanceof CallState.Waiting)
        .filter(call -> call.rank().reason() == Rank.Reason.ARRIVAL)
        .sorted(Comparator.comparing(Call::rank, Rank.IN_ORDER))
        .toList();
  }

  private void takeOver(Call call, CallerKey caller) {
    String queue = call.queue();
    if (queue == null) {
      return;
    }
    Optional<Rank> lost =
        keepPlace.of(call.id(), caller, queue).filter(rank -> rank.at().isBefore(call.rank().at()));
    if (lost.isPresent() && mover.move(call.id(), lost.get().at())) {
      calls.accept(
          new CallFact.Ranked(
              call.id(), clock.instant().truncatedTo(ChronoUnit.MICROS), lost.get()));
      log.atInfo().addKeyValue("callId", call.id()).log("a dead line's place was taken over");
    }
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
