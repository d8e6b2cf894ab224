package org.hotline115.callflow.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallStore;
import org.hotline115.callflow.call.InMemoryCallStore;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.call.Rank;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.junit.jupiter.api.Test;

/**
 * Thousands of people who ring, drop, ring again in time or too late, and are promised callbacks,
 * before agents who come and go. The exchange's queue is modelled as app_queue is: by falling
 * priority, equal ones in the order in which they joined. Whoever is answered must be the one with
 * the oldest claim, and each answer must explain itself so.
 */
class OrderModelTest {

  private static final Duration GRACE = Duration.ofMinutes(10);
  private static final AgentId CLAIRE = new AgentId("claire");
  private static final int STEPS = 4_000;

  /** Who stands in the exchange's queue, as the exchange knows it. */
  private record Entry(CallId call, int person, long priority, Instant claim) {}

  private final TickingClock clock = new TickingClock();
  private final InMemoryCallStore store = new InMemoryCallStore();
  private final KeepPlace keepPlace = new KeepPlace(store, GRACE, clock);
  private final List<Entry> queue = new ArrayList<>();

  /** What each person may claim by the rules, kept beside the code under test. */
  private final Map<Integer, Instant> claims = new HashMap<>();

  private final Map<Integer, Instant> droppedAt = new HashMap<>();
  private int calls;

  @Test
  void whoeverIsAnsweredHasTheOldestClaim() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int answers = 0;
    for (int step = 0; step < STEPS; step++) {
      clock.tick(Duration.ofMillis(1_000 + random.nextInt(20_000)));
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> rings(step);
        case 4, 5 -> drops(random);
        case 6 -> ringsAgain(random);
        case 7 -> isPromisedACallback(random);
        default -> answers += answer(seed);
      }
    }
    assertThat(answers).as("seed %d", seed).isGreaterThan(STEPS / 20);
  }

  private void rings(int person) {
    stand(person, new CallId("hotline1-1795352221." + ++calls), Optional.empty());
  }

  /** The true arrival, unless an older place is found: exactly as the menu and the dialplan do. */
  private void stand(int person, CallId call, Optional<Rank> kept) {
    Instant now = clock.instant();
    record(new CallFact.Arrived(call, now, "public", caller(person)));
    kept.ifPresent(rank -> record(new CallFact.Ranked(call, now, rank)));
    record(new CallFact.EnteredQueue(call, now, "public", null));
    Instant rank = kept.map(Rank::at).orElse(now);
    claims.putIfAbsent(person, now);
    join(new Entry(call, person, Integer.MAX_VALUE - rank.getEpochSecond(), claims.get(person)));
  }

  private void join(Entry entry) {
    int place = 0;
    while (place < queue.size() && queue.get(place).priority() >= entry.priority()) {
      place++;
    }
    queue.add(place, entry);
  }

  private void drops(Random random) {
    if (!queue.isEmpty()) {
      Entry gone = queue.remove(random.nextInt(queue.size()));
      if (gone.call().isOutbound()) {
        join(gone); // a promise does not drop
        return;
      }
      Instant now = clock.instant();
      record(new CallFact.LeftQueue(gone.call(), now, QueueExit.ABANDONED));
      record(new CallFact.Ended(gone.call(), now, 16));
      droppedAt.put(gone.person(), now);
    }
  }

  private void ringsAgain(Random random) {
    if (droppedAt.isEmpty()) {
      return;
    }
    List<Integer> people = List.copyOf(droppedAt.keySet());
    int person = people.get(random.nextInt(people.size()));
    Instant dropped = droppedAt.remove(person);
    if (dropped.isBefore(clock.instant().minus(GRACE))) {
      claims.remove(person); // too late: he begins anew
    }
    CallId call = new CallId("hotline1-1795352221." + ++calls);
    stand(person, call, keepPlace.of(call, caller(person).key(), "public"));
  }

  /** He leaves the line; a placeholder with his rank stands there instead. */
  private void isPromisedACallback(Random random) {
    if (queue.isEmpty()) {
      return;
    }
    Entry waits = queue.get(random.nextInt(queue.size()));
    if (waits.call().isOutbound()) {
      return;
    }
    queue.remove(waits);
    Instant now = clock.instant();
    record(new CallFact.LeftQueue(waits.call(), now, QueueExit.FOR_CALLBACK));
    record(new CallFact.Ended(waits.call(), now, 16));
    Rank rank =
        new Rank(store.find(waits.call()).orElseThrow().rank().at(), Rank.Reason.CALLBACK, null);
    stand(waits.person(), CallId.ofCallback(++calls, 1), Optional.of(rank));
  }

  private int answer(long seed) {
    if (queue.isEmpty()) {
      return 0;
    }
    Entry next = queue.removeFirst();
    Instant now = clock.instant();
    record(new CallFact.AgentConnected(next.call(), now, CLAIRE, 1));
    assertThat(queue)
        .as("seed %d: nobody with an older claim waits", seed)
        .noneMatch(other -> other.claim().isBefore(next.claim()));
    CallStore.Turn turn = store.turnOf(next.call()).orElseThrow();
    assertThat(turn).as("seed %d", seed).isEqualTo(new CallStore.Turn(0, queue.size()));
    record(new CallFact.Ended(next.call(), now, 16));
    claims.remove(next.person());
    return 1;
  }

  private void record(CallFact fact) {
    store.change(fact, call -> call.with(fact));
  }

  private static CallerIdentity caller(int person) {
    return new CallerIdentity(
        CallerIdState.PRESENTED, new CallerKey("%064x".formatted(person)), null);
  }
}
