package org.hotline115.callflow.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallObserver;
import org.hotline115.callflow.call.Rank;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what was promised: each promise that is owed stands in the exchange's queue exactly once,
 * whatever died meanwhile. It looks at what is true (promises and calls), never at what it was told
 * last, so that a lost event, a killed gateway or an exchange that began anew is the same thing: a
 * placeholder that is not there.
 */
public final class KeepPromises implements CallObserver {

  private static final Logger log = LoggerFactory.getLogger(KeepPromises.class);

  /** After that an order that came to nothing may be given again, under the same id. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private static final int AT_ONCE_MAX = 50;

  private final JdbcCallbacks callbacks;
  private final CallbackExchange exchange;
  private final CallbackTexts texts;
  private final RecordCall calls;
  private final Callers callers;
  private final CallerStore callerStore;
  private final CallbackRules rules;
  private final InstantSource clock;
  private final Runnable wake;

  /** Where numbers and calls are, and the hand on the exchange. */
  record Around(
      CallbackExchange exchange,
      CallbackTexts texts,
      RecordCall calls,
      Callers callers,
      CallerStore callerStore) {}

  KeepPromises(
      JdbcCallbacks callbacks,
      Around around,
      CallbackRules rules,
      InstantSource clock,
      Runnable wake) {
    this.callbacks = callbacks;
    this.exchange = around.exchange();
    this.texts = around.texts();
    this.calls = around.calls();
    this.callers = around.callers();
    this.callerStore = around.callerStore();
    this.rules = rules;
    this.clock = clock;
    this.wake = wake;
  }

  /** A call that keeps a promise, or may have one, moved: look soon. Never on the call's lane. */
  @Override
  public void callChanged(Call before, Call after) {
    wake.run();
  }

  /** One round; {@code mayPlace} when the exchange is connected and has been looked at. */
  public void round(boolean mayPlace) {
    try {
      for (Callback owed : callbacks.owed()) {
        settle(owed.id());
      }
      if (mayPlace) {
        callbacks.strays().forEach(exchange::withdraw);
        Instant now = now();
        callbacks.leaseToPlace(now, now.plus(LEASE), AT_ONCE_MAX).forEach(this::place);
      }
    } catch (RecordsAway away) {
      log.atDebug().log("records are away, promises are kept later");
    }
  }

  private void settle(CallbackId id) {
    JdbcCallbacks.Settled settled = callbacks.settle(id, rules, now());
    CallbackStatus from = settled.before().status();
    CallbackStatus to = settled.after().status();
    if (from == to) {
      return;
    }
    log.atInfo()
        .addKeyValue("callback", id)
        .addKeyValue("from", from)
        .addKeyValue("to", to)
        .log("a promise moved");
    if (to == CallbackStatus.UNREACHABLE && settled.after().texts()) {
      texts.failed(settled.after());
    }
  }

  /** The row of the call first: a placeholder that never stood is then found by reconciliation. */
  private void place(Callback promise) {
    CallId call = CallId.ofCallback(promise.id().value(), promise.placement());
    Optional<PhoneNumber> number = callerStore.numberOf(promise.caller());
    if (number.isEmpty()) {
      log.atError().addKeyValue("callback", promise.id()).log("a promise has no number any more");
      return;
    }
    Instant now = now();
    if (calls.live(call).isEmpty()) {
      calls.accept(
          new CallFact.Arrived(call, now, promise.line(), callers.identityOf(number.get())));
      calls.accept(
          new CallFact.Ranked(
              call, now, new Rank(promise.keptRankAt(), Rank.Reason.CALLBACK, null)));
      calls.accept(new CallFact.LanguageChosen(call, now, promise.language()));
    }
    boolean ordered =
        exchange.place(
            new CallbackExchange.Placeholder(
                call,
                promise.id().value(),
                promise.line(),
                promise.queue(),
                promise.keptRankAt(),
                number.get(),
                promise.presentation(),
                promise.language(),
                promise.channel()));
    log.atInfo()
        .addKeyValue("callId", call)
        .addKeyValue("ordered", ordered)
        .log("a promise is placed in the queue");
  }

  /** What is owed, in the order of its ranks. */
  public List<Callback> owed() {
    return callbacks.owed();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
