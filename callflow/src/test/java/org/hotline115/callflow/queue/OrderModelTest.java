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
import java.util.TreeMap;
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
 * Thousands of people who ring, drop, ring again in time or too late, are promised callbacks and
 * ring all the same, are put first by a supervisor, or are in danger and not answered by the
 * rescue, before agents who come and go. The exchange's queue is modelled as app_queue is: by
 * falling priority, equal ones in the order in which they joined. Whoever is answered must be in
 * danger before all, then whom a person put first, then the one with the oldest claim; and each
 * answer must explain itself so.
 */
class OrderModelTest {

  private static final Duration GRACE = Duration.ofMinutes(10);
  private static final AgentId CLAIRE = new AgentId("claire");
  private static final int STEPS = 4_000;

  /** Who stands in the exchange's queue, as the exchange knows it. */
  private record Entry(CallId call, int person, long priority, Instant claim) {

    boolean isBeforeTimes() {
      return priority >= PUT_FIRST;
    }
  }

  private static final long RESCUE_FIRST = Integer.MAX_VALUE;
  private static final long PUT_FIRST = Integer.MAX_VALUE - 1;

  private final TickingClock clock = new TickingClock();
  private final InMemoryCallStore store = new InMemoryCallStore();
  private final KeepPlace keepPlace = new KeepPlace(store, GRACE, clock);
  private final List<Entry> queue = new ArrayList<>();

  /** What each person may claim by the rules, kept beside the code under test. */
  private final Map<Integer, Instant> claims = new HashMap<>();

  private final Map<Integer, Instant> droppedAt = new HashMap<>();

  /** Who is owed a call, and the place it has. */
  private final Map<Integer, Instant> promised = new HashMap<>();

  private final Map<String, Integer> answered = new TreeMap<>();
  private int calls;

  @Test
  void whoeverIsAnsweredHasTheOldestClaim() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      clock.tick(Duration.ofMillis(1_000 + random.nextInt(20_000)));
      switch (random.nextInt(20)) {
        case 0, 1, 2, 3, 4, 5, 6 -> rings(step);
        case 7, 8, 9 -> drops(random);
        case 10, 11 -> ringsAgain(random);
        case 12, 13 -> isPromisedACallback(random);
        case 14 -> ringsThoughPromised(random);
        case 15 -> isPutFirst(random);
        case 16 -> isInDangerAndNotAnswered(random);
        default -> answer(seed);
      }
    }
    assertThat(answered)
        .as("seed %d: every way to an answer was gone", seed)
        .containsKeys("ARRIVAL", "REDIAL", "CALLBACK", "RESCUE_UNANSWERED", "PUT_FIRST", "MERGED");
    assertThat(answered.values().stream().mapToInt(Integer::intValue).sum())
        .as("seed %d", seed)
        .isGreaterThan(STEPS / 20);
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
    boolean first = kept.filter(older -> older.reason().beforeAll()).isPresent();
    long priority = first ? RESCUE_FIRST : Integer.MAX_VALUE - rank.getEpochSecond();
    join(new Entry(call, person, priority, claims.get(person)));
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
      Instant owed = promised.get(gone.person());
      if (owed == null) {
        droppedAt.put(gone.person(), now);
      } else {
        placeholder(gone.person(), owed); // his promise stands again
      }
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
    promised.putIfAbsent(waits.person(), rankOf(waits).at());
    placeholder(waits.person(), promised.get(waits.person()));
  }

  private void placeholder(int person, Instant rankAt) {
    Rank rank = new Rank(rankAt, Rank.Reason.CALLBACK, null);
    stand(person, CallId.ofCallback(++calls, 1), Optional.of(rank));
  }

  private Rank rankOf(Entry entry) {
    return store.find(entry.call()).orElseThrow().rank();
  }

  /** The two become one: the placeholder goes, the person stands in its place. */
  private void ringsThoughPromised(Random random) {
    List<Entry> owed = queue.stream().filter(entry -> entry.call().isOutbound()).toList();
    if (owed.isEmpty()) {
      return;
    }
    Entry placeholder = owed.get(random.nextInt(owed.size()));
    queue.remove(placeholder);
    record(new CallFact.Ended(placeholder.call(), clock.instant(), 16));
    Rank rank = new Rank(promised.get(placeholder.person()), Rank.Reason.CALLBACK, null);
    CallId call = new CallId("hotline1-1795352221." + ++calls);
    stand(placeholder.person(), call, Optional.of(rank));
  }

  private void isPutFirst(Random random) {
    List<Entry> waiting = queue.stream().filter(entry -> !entry.isBeforeTimes()).toList();
    if (!waiting.isEmpty()) {
      moves(waiting.get(random.nextInt(waiting.size())), PUT_FIRST);
    }
  }

  private void isInDangerAndNotAnswered(Random random) {
    List<Entry> callers =
        queue.stream()
            .filter(entry -> !entry.call().isOutbound() && entry.priority() != RESCUE_FIRST)
            .toList();
    if (!callers.isEmpty()) {
      Entry inDanger = callers.get(random.nextInt(callers.size()));
      Instant now = clock.instant();
      record(new CallFact.EmergencyHandoff(inDanger.call(), now.minusMillis(500)));
      record(new CallFact.RescueMissed(inDanger.call(), now, null));
      moves(inDanger, RESCUE_FIRST);
    }
  }

  private void moves(Entry entry, long priority) {
    queue.remove(entry);
    join(new Entry(entry.call(), entry.person(), priority, entry.claim()));
  }

  private void answer(long seed) {
    if (queue.isEmpty()) {
      return;
    }
    Entry next = queue.removeFirst();
    Instant now = clock.instant();
    record(new CallFact.AgentConnected(next.call(), now, CLAIRE, 1));
    assertThat(queue)
        .as("seed %d: nobody before times waits behind", seed)
        .noneMatch(other -> other.isBeforeTimes() && other.priority() > next.priority());
    if (!next.isBeforeTimes()) {
      assertThat(queue)
          .as("seed %d: nobody with an older claim waits", seed)
          .noneMatch(other -> other.claim().isBefore(next.claim()));
    }
    int older =
        Math.toIntExact(
            queue.stream().filter(other -> rankOf(other).at().isBefore(rankOf(next).at())).count());
    CallStore.Turn turn = store.turnOf(next.call()).orElseThrow();
    assertThat(turn)
        .as("seed %d", seed)
        .isEqualTo(new CallStore.Turn(older, queue.size() - older, 0));
    if (!next.isBeforeTimes()) {
      assertThat(older).as("seed %d: the card need not explain an older one", seed).isZero();
    }
    answered.merge(way(next), 1, Integer::sum);
    record(new CallFact.Ended(next.call(), now, 16));
    claims.remove(next.person());
    promised.remove(next.person());
  }

  private String way(Entry entry) {
    if (entry.priority() == PUT_FIRST) {
      return "PUT_FIRST";
    }
    boolean merged = promised.containsKey(entry.person()) && !entry.call().isOutbound();
    return merged && entry.priority() < PUT_FIRST ? "MERGED" : rankOf(entry).reason().name();
  }

  private void record(CallFact fact) {
    store.change(fact, call -> call.with(fact));
  }

  private static CallerIdentity caller(int person) {
    return new CallerIdentity(
        CallerIdState.PRESENTED, new CallerKey("%064x".formatted(person)), null);
  }
}
