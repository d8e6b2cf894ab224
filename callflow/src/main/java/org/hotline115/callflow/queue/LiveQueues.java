package org.hotline115.callflow.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallObserver;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallState;

/** Who waits where, and how fast callers are answered: live figures from the calls themselves. */
public final class LiveQueues implements CallObserver {

  static final Duration ANSWERS_WINDOW = Duration.ofMinutes(30);

  /** With fewer answers in the window an estimate would be a guess. */
  static final int ANSWERS_MIN = 5;

  private final Presences presences;
  private final CallRules rules;
  private final InstantSource clock;
  private final Map<CallId, Waiter> waiting = new ConcurrentHashMap<>();
  private final Map<String, Deque<Instant>> answers = new ConcurrentHashMap<>();

  private record Waiter(String queue, Instant since) {}

  public LiveQueues(Presences presences, CallRules rules, InstantSource clock) {
    this.presences = presences;
    this.rules = rules;
    this.clock = clock;
  }

  /** Learns the answers that an earlier gateway saw. */
  public void restore(String queue, List<Instant> answeredAt) {
    answersOf(queue).addAll(answeredAt);
  }

  @Override
  public void callChanged(Call before, Call after) {
    CallState now = after.state(rules);
    Instant enqueuedAt = after.times().enqueuedAt();
    String queue = after.queue();
    if (enqueuedAt != null
        && queue != null
        && (now instanceof CallState.Waiting || now instanceof CallState.Ringing)) {
      waiting.put(after.id(), new Waiter(queue, enqueuedAt));
    } else {
      waiting.remove(after.id());
    }
    Instant answeredAt = after.times().answeredAt();
    if (answeredAt != null && before.times().answeredAt() == null && queue != null) {
      answersOf(queue).addLast(answeredAt);
    }
  }

  public QueueView view(String queue) {
    int ready = 0;
    int talking = 0;
    for (AgentPresence agent : presences.all()) {
      switch (agent.presence()) {
        case Presence.Ready _ -> ready++;
        case Presence.Talking _ -> talking++;
        case Presence.Offline _, Presence.Ringing _, Presence.WrapUp _, Presence.Paused _ -> {}
      }
    }
    List<Instant> since = waitersOf(queue);
    return new QueueView(
        queue,
        since.size(),
        since.isEmpty() ? null : since.getFirst(),
        ready,
        talking,
        clock.instant());
  }

  /** The position a caller who enters now would have; 0 when an agent is free for him at once. */
  public int nextPosition(String queue) {
    QueueView now = view(queue);
    return now.waiting() == 0 && now.agentsReady() > 0 ? 0 : now.waiting() + 1;
  }

  /** About how many minutes the caller at this position waits, when that can be said honestly. */
  public OptionalInt estimateMinutes(String queue, int position) {
    Deque<Instant> recent = answersOf(queue);
    Instant horizon = clock.instant().minus(ANSWERS_WINDOW);
    recent.removeIf(answer -> answer.isBefore(horizon));
    int count = recent.size();
    if (count < ANSWERS_MIN) {
      return OptionalInt.empty();
    }
    long minutes = Math.ceilDiv(position * ANSWERS_WINDOW.toMinutes(), count);
    return OptionalInt.of(Math.toIntExact(Math.max(1, minutes)));
  }

  private List<Instant> waitersOf(String queue) {
    return waiting.values().stream()
        .filter(waiter -> waiter.queue().equals(queue))
        .map(Waiter::since)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private Deque<Instant> answersOf(String queue) {
    return answers.computeIfAbsent(queue, _ -> new ConcurrentLinkedDeque<>());
  }
}
