package org.hotline115.callflow.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
  public Tried triedSince(CallerKey caller, Instant since, Instant now) {
    answer();
    List<Call> calls =
        of(caller).filter(call -> !call.times().receivedAt().isBefore(since)).toList();
    long waited = calls.stream().mapToLong(call -> waited(call, now)).sum();
    return new Tried(calls.size(), Duration.ofSeconds(waited));
  }

  private static long waited(Call call, Instant now) {
    Long waited = call.waitSeconds();
    Instant enqueued = call.times().enqueuedAt();
    if (waited != null) {
      return waited;
    }
    return enqueued == null || call.state(CallRules.DEFAULTS).ended()
        ? 0
        : Math.max(0, Duration.between(enqueued, now).toSeconds());
  }

  @Override
  public Optional<Call> lastAnswered(CallerKey caller, CallId except, Instant since) {
    answer();
    return calls.values().stream()
        .filter(call -> call.caller() != null && caller.equals(call.caller().key()))
        .filter(call -> !call.id().equals(except) && call.isAnswered())
        .filter(call -> !answeredAt(call).isBefore(since))
        .max(Comparator.comparing(InMemoryCallStore::answeredAt));
  }

  private static Instant answeredAt(Call call) {
    return Objects.requireNonNull(call.times().answeredAt());
  }

  private Stream<Call> of(CallerKey caller) {
    return calls.values().stream()
        .filter(call -> !call.id().isOutbound())
        .filter(call -> call.caller() != null && caller.equals(call.caller().key()));
  }

  @Override
  public Optional<Call> droppedCall(CallerKey caller, String queue, CallId except, Instant since) {
    answer();
    return of(caller)
        .filter(call -> queue.equals(call.queue()) && !call.id().equals(except))
        .filter(call ->
            call.state(CallRules.DEFAULTS) instanceof CallState.Ended ended
                && (ended.outcome() == CallOutcome.ABANDONED
                    || ended.outcome() == CallOutcome.ABANDONED_SHORT)
                && !ended.at().isBefore(since))
        .filter(
            call -> calls.values().stream().noneMatch(heir -> call.id().equals(heir.rank().of())))
        .min(Comparator.comparing(call -> call.rank().at()));
  }

  @Override
  public Optional<Turn> turnOf(CallId id) {
    answer();
    Call answered = calls.get(id);
    Instant at = answered == null ? null : answered.times().answeredAt();
    if (at == null) {
      return Optional.empty();
    }
    List<Call> waiting =
        calls.values().stream()
            .filter(call -> !call.id().equals(id))
            .filter(call -> Objects.equals(call.queue(), answered.queue()))
            .filter(call -> {
              Instant from = call.times().enqueuedAt();
              Instant to =
                  Stream.of(
                          call.times().answeredAt(),
                          call.times().leftQueueAt(),
                          call.times().overAt())
                      .filter(Objects::nonNull)
                      .findFirst()
                      .orElse(Instant.MAX);
              return from != null && !from.isAfter(at) && to.isAfter(at);
            })
            .toList();
    List<Call> older =
        waiting.stream().filter(call -> call.rank().at().isBefore(answered.rank().at())).toList();
    long forLanguage =
        older.stream()
            .map(Call::languageHeldAt)
            .filter(held -> held != null && !held.isAfter(at))
            .count();
    return Optional.of(
        new Turn(older.size(), waiting.size() - older.size(), Math.toIntExact(forLanguage)));
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
