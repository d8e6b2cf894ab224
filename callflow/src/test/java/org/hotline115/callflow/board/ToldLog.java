package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmResult;

/**
 * A person at the desk and one at a shelter who write down what they were told, on paper: ok,
 * refused, or unknown. What is unknown is either asked again or may be either.
 */
final class ToldLog implements Runnable {

  private final BoardHouse house;
  private final AgentId agent;
  private final Random random;
  private final int groups;
  private final Set<UUID> promised = ConcurrentHashMap.newKeySet();
  private final Set<UUID> unknown = ConcurrentHashMap.newKeySet();
  private final Set<UUID> told = ConcurrentHashMap.newKeySet();
  private final Set<UUID> tellingUnknown = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
  private volatile boolean over;

  ToldLog(BoardHouse house, AgentId agent, int groups, long seed) {
    this.house = house;
    this.agent = agent;
    this.groups = groups;
    this.random = new Random(seed);
  }

  void end() {
    over = true;
  }

  @Override
  public void run() {
    while (!over) {
      String group = "group-0000" + random.nextInt(groups);
      if (random.nextInt(5) == 0) {
        tell(group);
      } else if (house.hold(group, 1 + random.nextInt(2), agent, null)
          instanceof HoldResult.Held held) {
        count("held");
        decide(held.hold());
      } else {
        count("not held");
      }
      pause();
    }
  }

  private void tell(String group) {
    Telling telling =
        new Telling(
            UUID.randomUUID(),
            new PlaceGroupId(group),
            20 + random.nextInt(20),
            "équipe",
            UpdateSource.WEB);
    TellResult result = house.board.setFreePlaces().run(telling);
    count(result.getClass().getSimpleName());
    switch (result) {
      case TellResult.Told _ -> told.add(telling.id());
      case TellResult.RecordsDown _ -> tellingUnknown.add(telling.id());
      case TellResult.TooMany _, TellResult.OtherTelling _, TellResult.NoSuchGroup _ -> {}
    }
  }

  private void decide(Hold hold) {
    if (random.nextInt(3) == 0) {
      house.board.releaseHold().run(hold.holdId(), agent, Role.LISTENER);
      return;
    }
    PlacementId placement = new PlacementId(UUID.randomUUID());
    for (int tries = 0; tries < 2; tries++) {
      ConfirmResult result = house.requests.confirmHold().run(hold.holdId(), placement, agent);
      count(result.getClass().getSimpleName());
      switch (result) {
        case ConfirmResult.Confirmed _ -> {
          unknown.remove(placement.value());
          promised.add(placement.value());
          return;
        }
        case ConfirmResult.RecordsDown _ -> unknown.add(placement.value());
        default -> {
          return;
        }
      }
    }
  }

  private void count(String answer) {
    answers.computeIfAbsent(answer, word -> new AtomicLong()).incrementAndGet();
  }

  /** What the person was told, how often. */
  Map<String, AtomicLong> answers() {
    return new TreeMap<>(answers);
  }

  int promises() {
    return promised.size();
  }

  /** All that was promised is on record, once; what is unknown may be. */
  void isTrueOf(Set<UUID> placements, Set<UUID> tellings) {
    assertThat(placements).as("promised and lost").containsAll(promised);
    assertThat(tellings).as("told and lost").containsAll(told);
  }

  boolean asked(UUID placement) {
    return promised.contains(placement) || unknown.contains(placement);
  }

  boolean toldOrUnknown(UUID telling) {
    return told.contains(telling) || tellingUnknown.contains(telling);
  }

  private static void pause() {
    try {
      Thread.sleep(15);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
