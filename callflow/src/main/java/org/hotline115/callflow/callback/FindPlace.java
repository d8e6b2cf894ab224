package org.hotline115.callflow.callback;

import java.util.Optional;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.Rank;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.queue.KeepPlace;

/**
 * The place of somebody who rings: that of a promise he has, or the one his dropped call had, or
 * none. While he is on the line nobody rings him: the two are one, and become two again if he hangs
 * up unanswered.
 */
public final class FindPlace {

  private final JdbcCallbacks callbacks;
  private final KeepPlace keepPlace;
  private final Runnable wake;

  FindPlace(JdbcCallbacks callbacks, KeepPlace keepPlace, Runnable wake) {
    this.callbacks = callbacks;
    this.keepPlace = keepPlace;
    this.wake = wake;
  }

  /**
   * The place he has already, if he has one.
   *
   * @throws org.hotline115.callflow.store.RecordsAway when PostgreSQL does not answer
   */
  public Optional<Rank> of(CallId call, CallerKey caller, String queue) {
    Optional<Callback> owed = callbacks.owedTo(caller, queue);
    if (owed.isEmpty()) {
      return keepPlace.of(call, caller, queue);
    }
    Callback promise = owed.get();
    callbacks.join(promise.id(), call);
    wake.run();
    return Optional.of(new Rank(promise.keptRankAt(), Rank.Reason.CALLBACK, null));
  }
}
