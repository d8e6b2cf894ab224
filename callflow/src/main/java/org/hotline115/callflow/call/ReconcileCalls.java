package org.hotline115.callflow.call;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nothing stays unlogged: after every (re)connection, when Asterisk's own records have been read,
 * each call without an outcome that is no longer alive gets one.
 */
public final class ReconcileCalls {

  private static final Logger log = LoggerFactory.getLogger(ReconcileCalls.class);

  private final CallStore store;
  private final RecordCall recordCall;

  public ReconcileCalls(CallStore store, RecordCall recordCall) {
    this.store = store;
    this.recordCall = recordCall;
  }

  /**
   * What Asterisk says of itself.
   *
   * @param startedAt when this process of Asterisk began: an older call without an end was cut
   * @param asOf when it was asked: younger calls are none of this reconciliation's business
   */
  public record ExchangeTruth(Instant startedAt, Instant asOf, Set<CallId> alive) {}

  /** Returns how many calls were finished. */
  public int reconcile(ExchangeTruth truth) {
    List<Call> unfinished = store.unfinished();
    recordCall.restore(
        unfinished.stream().filter(call -> truth.alive().contains(call.id())).toList());
    int finished = 0;
    for (Call call : unfinished) {
      if (!truth.alive().contains(call.id()) && call.times().receivedAt().isBefore(truth.asOf())) {
        recordCall.accept(end(call, truth));
        finished++;
      }
    }
    recordCall.keepOnly(truth.alive(), truth.asOf());
    log.atInfo()
        .addKeyValue("alive", truth.alive().size())
        .addKeyValue("finished", finished)
        .log("calls are reconciled with the exchange");
    return finished;
  }

  /** A call older than the process was cut by its death; otherwise only its end was missed. */
  private static CallFact end(Call call, ExchangeTruth truth) {
    Instant received = call.times().receivedAt();
    if (received.isBefore(truth.startedAt())) {
      return new CallFact.CutOff(call.id(), truth.startedAt());
    }
    return new CallFact.Ended(call.id(), truth.asOf(), 0);
  }
}
