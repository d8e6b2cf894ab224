package org.hotline115.callflow.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.RecordsAway;

/** The double of {@link JdbcCallStore}; both pass {@link CallStoreContract}. Can be away. */
public final class InMemoryCallStore implements CallStore {

  private final Map<CallId, Call> calls = new ConcurrentHashMap<>();
  private volatile boolean away;

  public void away(boolean isAway) {
    away = isAway;
  }

  private void answer() {
    if (away) {
      throw new RecordsAway("the test took it away", null);
    }
  }

  @Override
  public synchronized Changed change(CallFact fact, UnaryOperator<Call> step) {
    answer();
    Call before = calls.getOrDefault(fact.callId(), Call.firstSeen(fact.callId(), fact.at()));
    Call after = step.apply(before);
    calls.put(fact.callId(), after);
    return new Changed(before, after);
  }

  @Override
  public Optional<Call> find(CallId id) {
    answer();
    return Optional.ofNullable(calls.get(id));
  }

  @Override
  public List<Call> unfinished() {
    answer();
    return calls.values().stream()
        .filter(call -> !call.state(CallRules.DEFAULTS).ended())
        .sorted(Comparator.comparing(call -> call.times().receivedAt()))
        .toList();
  }

  @Override
  public List<Call> earlierCalls(CallerKey caller, CallId except, int limit) {
    answer();
    return of(caller)
        .filter(call -> !call.id().equals(except))
        .sorted(Comparator.comparing((Call call) -> call.times().receivedAt()).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public int callsSince(CallerKey caller, Instant since) {
    answer();
    return (int) of(caller).filter(call -> !call.times().receivedAt().isBefore(since)).count();
  }

  private java.util.stream.Stream<Call> of(CallerKey caller) {
    return calls.values().stream()
        .filter(call -> call.caller() != null && caller.equals(call.caller().key()));
  }

  @Override
  public List<Instant> answersSince(String queue, Instant since) {
    answer();
    return calls.values().stream()
        .filter(call -> queue.equals(call.queue()))
        .map(call -> call.times().answeredAt())
        .filter(answered -> answered != null && !answered.isBefore(since))
        .sorted()
        .toList();
  }
}
