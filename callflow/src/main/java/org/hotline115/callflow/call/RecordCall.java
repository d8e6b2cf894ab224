package org.hotline115.callflow.call;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.SealedNumber;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door for facts about calls. Fail-open: while PostgreSQL is away facts are spooled, the
 * calls in memory go on, and {@link #replay} delivers what was missed.
 */
public final class RecordCall {

  private static final Logger log = LoggerFactory.getLogger(RecordCall.class);
  private static final int REPLAY_BATCH = 200;
  private static final int STRIPES = 256;

  private final CallStore store;
  private final CallerStore callers;
  private final FactSpool spool;
  private final CallRules rules;
  private final CallMetrics metrics;
  private final List<CallObserver> observers = new CopyOnWriteArrayList<>();
  private final Map<CallId, Call> live = new ConcurrentHashMap<>();
  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

  public RecordCall(
      CallStore store, CallerStore callers, FactSpool spool, CallRules rules, CallMetrics metrics) {
    this.store = store;
    this.callers = callers;
    this.spool = spool;
    this.rules = rules;
    this.metrics = metrics;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new ReentrantLock();
    }
    metrics.watch(spool);
  }

  public void observe(CallObserver observer) {
    observers.add(observer);
  }

  /** Calls that are not over, as this gateway knows them. */
  public Collection<Call> live() {
    return List.copyOf(live.values());
  }

  public Optional<Call> live(CallId id) {
    return Optional.ofNullable(live.get(id));
  }

  public CallState stateOf(Call call) {
    return call.state(rules);
  }

  /** Records one fact. Never fails for the caller's sake; what cannot be stored is spooled. */
  public void accept(CallFact fact) {
    ReentrantLock turn = stripe(fact.callId());
    turn.lock();
    try {
      transition(fact);
    } finally {
      turn.unlock();
    }
  }

  private void transition(CallFact fact) {
    Call known = live.get(fact.callId());
    Call before = known == null ? Call.firstSeen(fact.callId(), fact.at()) : known;
    Call after;
    try {
      if (spool.size() > 0) {
        after = spooled(before, fact);
      } else {
        CallStore.Changed changed = recorded(fact);
        before = known == null ? changed.before() : known;
        after = changed.after();
      }
    } catch (RecordsAway away) {
      log.atWarn().addKeyValue("callId", fact.callId()).log("records are away, a fact is spooled");
      after = spooled(before, fact);
    }
    remember(after);
    if (!after.equals(before) || known == null) {
      count(before, after);
      tell(before, after);
    }
  }

  /**
   * Takes what Asterisk's records say of one call, as one change. Not spooled: the records can be
   * read again.
   *
   * @throws RecordsAway when PostgreSQL does not answer
   */
  public void importAll(CallId id, List<CallFact> facts) {
    ReentrantLock turn = stripe(id);
    turn.lock();
    try {
      CallStore.Changed changed = store.change(facts.getFirst(), call -> withAll(call, facts));
      facts.forEach(this::rememberCaller);
      Call known = live.get(id);
      Call before = known == null ? changed.before() : known;
      if (!changed.after().equals(changed.before())) {
        remember(changed.after());
        count(before, changed.after());
        tell(before, changed.after());
      }
    } finally {
      turn.unlock();
    }
  }

  private static Call withAll(Call call, List<CallFact> facts) {
    Call all = call;
    for (CallFact fact : facts) {
      all = all.with(fact);
    }
    return all;
  }

  private CallStore.Changed recorded(CallFact fact) {
    CallStore.Changed changed = store.change(fact, call -> call.with(fact));
    rememberCaller(fact);
    return changed;
  }

  private void rememberCaller(CallFact fact) {
    if (fact instanceof CallFact.Arrived arrived) {
      CallerIdentity caller = arrived.caller();
      CallerKey key = caller.key();
      SealedNumber number = caller.number();
      if (key != null && number != null) {
        callers.remember(key, number, arrived.at());
      }
    }
  }

  private Call spooled(Call before, CallFact fact) {
    if (spool.add(fact)) {
      metrics.spooled();
    } else {
      metrics.lost();
      log.atError()
          .addKeyValue("callId", fact.callId())
          .log("the spool is full, a fact waits for the import of Asterisk's records");
    }
    return before.with(fact);
  }

  private void remember(Call after) {
    if (after.state(rules).ended()) {
      live.remove(after.id());
    } else {
      live.put(after.id(), after);
    }
  }

  private void count(Call before, Call after) {
    CallState from = before.state(rules);
    CallState to = after.state(rules);
    if (from.equals(to)) {
      return;
    }
    metrics.moved(to);
    if (!from.mayBecome(to)) {
      metrics.unusual();
    }
    log.atInfo()
        .addKeyValue("callId", after.id())
        .addKeyValue("from", from.code())
        .addKeyValue("to", to.code())
        .addKeyValue("outcome", to instanceof CallState.Ended ended ? ended.outcome() : "none yet")
        .log("a call moved");
  }

  private void tell(Call before, Call after) {
    for (CallObserver observer : observers) {
      try {
        observer.callChanged(before, after);
      } catch (RuntimeException e) {
        metrics.observerFailed();
        log.atError()
            .setCause(e)
            .addKeyValue("callId", after.id())
            .log("an observer of a call failed");
      }
    }
  }

  /**
   * Delivers what was spooled, oldest first. Called every second by the gateway; cheap when there
   * is nothing. Returns how many facts are still waiting.
   */
  public int replay() {
    while (spool.size() > 0) {
      List<CallFact> batch = spool.oldest(REPLAY_BATCH);
      int delivered = 0;
      try {
        for (CallFact fact : batch) {
          recordedInTurn(fact);
          delivered++;
        }
      } catch (RecordsAway away) {
        return spool.size() - delivered;
      } finally {
        spool.delivered(delivered);
      }
      log.atInfo().addKeyValue("facts", delivered).log("spooled facts are recorded");
    }
    return 0;
  }

  private void recordedInTurn(CallFact fact) {
    ReentrantLock turn = stripe(fact.callId());
    turn.lock();
    try {
      recorded(fact);
    } finally {
      turn.unlock();
    }
  }

  /** Learns the calls that were not over when an earlier gateway ended. */
  public void restore(List<Call> unfinished) {
    for (Call call : unfinished) {
      if (live.putIfAbsent(call.id(), call) == null) {
        tell(Call.firstSeen(call.id(), call.times().firstSeenAt()), call);
      }
    }
  }

  /** Forgets calls that the exchange does not know: a fact that came after the end kept them. */
  void keepOnly(Set<CallId> alive, Instant asOf) {
    live.values()
        .removeIf(call -> !alive.contains(call.id()) && call.times().receivedAt().isBefore(asOf));
  }

  /** True when facts were lost here since the start: Asterisk's records must be read again. */
  public boolean lostFacts() {
    return spool.lost() > 0;
  }

  private ReentrantLock stripe(CallId id) {
    return stripes[Math.floorMod(id.hashCode(), STRIPES)];
  }

  /** The moment a fact of our own (not of Asterisk) happened, as finely as the table keeps it. */
  public static Instant moment(Instant instant) {
    return instant.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
  }
}
