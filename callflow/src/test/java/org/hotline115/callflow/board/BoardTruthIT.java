package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmResult;
import org.hotline115.callflow.request.RefusalReason;
import org.junit.jupiter.api.Test;

/**
 * Twenty agents do at random what agents do, on few places, against real Redis and PostgreSQL. Each
 * keeps a log of what it was told; afterwards the log is compared with SQL.
 */
class BoardTruthIT {

  private static final int AGENTS = 20;
  private static final int STEPS = 3;
  private static final int PLACES = 3;
  private static final int GROUPS_A_ROUND = 3;

  private static final PlaceBoard.HoldTimes HURRIED =
      new PlaceBoard.HoldTimes(
          Duration.ofMillis(150), Duration.ofMillis(150), Duration.ofMillis(600));

  private enum Told {
    OK,
    REFUSED,
    UNKNOWN
  }

  private record Entry(PlacementId placementId, Told told) {}

  @Test
  void twoHundredRandomRoundsPromiseNothingTwiceAndLoseNothing() throws Exception {
    int rounds = 200;
    try (BoardHouse house =
        new BoardHouse(PlaceSamples.groups(rounds * GROUPS_A_ROUND, PLACES), HURRIED)) {
      List<Entry> log = run(house, rounds, () -> {});
      agree(house, log);
      assertThat(house.count("SELECT count(*) FROM board_alarm")).isZero();
    }
  }

  @Test
  void redisEmptiedInTheMiddleIsRebuiltAndNothingIsPromisedTwice() throws Exception {
    int rounds = 60;
    try (BoardHouse house =
        new BoardHouse(PlaceSamples.groups(rounds * GROUPS_A_ROUND, PLACES), HURRIED)) {
      List<Entry> log = run(house, rounds, () -> house.redis.connection().sync().flushall());
      agree(house, log);
    }
  }

  private static List<Entry> run(BoardHouse house, int rounds, Runnable disturbance)
      throws Exception {
    long seed = Long.getLong("hotline.seed", System.nanoTime());
    System.out.println("seed " + seed + " (repeat with -Dhotline.seed=" + seed + ")");
    Random random = new Random(seed);
    ConcurrentLinkedQueue<Entry> log = new ConcurrentLinkedQueue<>();
    try (ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < rounds; round++) {
        List<Future<?>> running = new ArrayList<>();
        for (int agent = 0; agent < AGENTS; agent++) {
          Random own = new Random(random.nextLong());
          AgentId who = new AgentId("agent-" + agent);
          int first = round * GROUPS_A_ROUND;
          running.add(agents.submit(() -> act(house, own, who, first, log)));
        }
        if (round % 20 == 10) {
          disturbance.run();
        }
        for (Future<?> one : running) {
          one.get();
        }
      }
    }
    return List.copyOf(log);
  }

  private static void act(
      BoardHouse house, Random random, AgentId agent, int first, ConcurrentLinkedQueue<Entry> log) {
    for (int step = 0; step < STEPS; step++) {
      String group = "group-%05d".formatted(first + random.nextInt(GROUPS_A_ROUND));
      HoldResult result = holdPatiently(house, group, 1 + random.nextInt(2), agent);
      if (!(result instanceof HoldResult.Held held)) {
        continue;
      }
      HoldId hold = held.hold().holdId();
      switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> confirm(house, hold, agent, log);
        case 4 -> {
          house.requests.offerHold().run(hold, agent);
          confirm(house, hold, agent, log);
        }
        case 5 ->
            house
                .board
                .releaseHold()
                .run(hold, agent, org.hotline115.callflow.access.Role.LISTENER);
        case 6 -> house.requests.refuseOffer().run(hold, agent, RefusalReason.TOO_FAR);
        case 7 -> {
          pause(random.nextInt(200));
          confirm(house, hold, agent, log);
        }
        case 8 -> {
          house.board.extendHold().run(hold, agent);
          confirm(house, hold, agent, log);
          confirm(house, hold, agent, log);
        }
        default ->
            house
                .board
                .setFreePlaces()
                .run(new PlaceGroupId(group), random.nextInt(PLACES), "veilleur", UpdateSource.WEB);
      }
    }
  }

  /** As a screen does: unknown is asked again with the same id. */
  private static HoldResult holdPatiently(
      BoardHouse house, String group, int places, AgentId agent) {
    HoldPlaces.Wish wish = house.wish(group, places, agent, null);
    HoldResult result = house.board.holdPlaces().run(wish);
    for (int again = 0; again < 40 && result instanceof HoldResult.BoardDown; again++) {
      pause(50);
      result = house.board.holdPlaces().run(wish);
    }
    return result;
  }

  private static void confirm(
      BoardHouse house, HoldId hold, AgentId agent, ConcurrentLinkedQueue<Entry> log) {
    PlacementId placement = new PlacementId(UUID.randomUUID());
    switch (house.requests.confirmHold().run(hold, placement, agent)) {
      case ConfirmResult.Confirmed confirmed ->
          log.add(new Entry(confirmed.placement().placementId(), Told.OK));
      case ConfirmResult.RecordsDown() -> log.add(new Entry(placement, Told.UNKNOWN));
      case ConfirmResult.Expired(),
          ConfirmResult.NoPlaceLeft(),
          ConfirmResult.NoSuchHold(),
          ConfirmResult.NotYours(),
          ConfirmResult.NoSuchContact() ->
          log.add(new Entry(placement, Told.REFUSED));
    }
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void agree(BoardHouse house, List<Entry> log) {
    await(
        "the board and the records agree",
        () -> house.isUp() && house.onBoard().equals(house.inRecords()));

    Map<UUID, Integer> placed = new HashMap<>();
    house.records.with(handle -> {
      handle
          .createQuery("SELECT placement_id FROM placement")
          .mapTo(UUID.class)
          .forEach(id -> placed.merge(id, 1, Integer::sum));
      return 0;
    });
    for (Entry entry : log) {
      switch (entry.told()) {
        case OK -> assertThat(placed).containsKey(entry.placementId().value());
        case REFUSED -> assertThat(placed).doesNotContainKey(entry.placementId().value());
        case UNKNOWN -> {}
      }
    }
    assertThat(placed).hasSizeGreaterThan(50);
    assertThat(
            house.count(
                """
                SELECT count(*) FROM capacity_night c
                LEFT JOIN (SELECT place_group_id, sum(places) AS places FROM placement
                    WHERE status IN ('EXPECTED', 'TO_CHECK', 'ARRIVED') GROUP BY 1) p
                  USING (place_group_id)
                WHERE coalesce(p.places, 0) > c.open OR coalesce(p.places, 0) <> c.promised
                """))
        .as("groups where more or less is promised than recorded")
        .isZero();
    assertThat(
            house.count(
                """
                SELECT count(*) FROM capacity_night c
                WHERE c.occupied <> (
                  SELECT coalesce(sum(delta), 0) FROM capacity_event e
                  WHERE e.place_group_id = c.place_group_id AND e.night_of = c.night_of
                    AND e.kind IN ('NIGHT_BEGUN', 'PROMISED', 'TOLD_FREE', 'CAME_BACK', 'TAKEN_AGAIN'))
                """))
        .as("groups whose events do not add up")
        .isZero();
    System.out.println(
        "BENCH told ok/refused/unknown "
            + log.stream().filter(e -> e.told() == Told.OK).count()
            + "/"
            + log.stream().filter(e -> e.told() == Told.REFUSED).count()
            + "/"
            + log.stream().filter(e -> e.told() == Told.UNKNOWN).count()
            + ", placements "
            + placed.size());
  }
}
