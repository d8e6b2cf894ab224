package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.store.TestPostgres;
import org.hotline115.callflow.truth.CheckInvariants;
import org.hotline115.callflow.truth.TruthFeature;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both servers are killed and started in each order while people work and write down what they
 * hear.
 */
class BoardStormIT {

  private static final Logger log = LoggerFactory.getLogger(BoardStormIT.class);

  private static final Duration SOON = Duration.ofSeconds(5);

  /** The pool looks for a lost server every five seconds at the latest; then five as always. */
  private static final Duration BACK = Duration.ofSeconds(10);

  private static final int GROUPS = 4;
  private static final int PEOPLE = 3;

  /** Who is killed first, who is started first. */
  private enum Order {
    REDIS_REDIS,
    REDIS_POSTGRES,
    POSTGRES_REDIS,
    POSTGRES_POSTGRES
  }

  @Test
  void inWhicheverOrderBothAreRestartedNothingIsPromisedTwiceNorLost() throws Exception {
    long seed = System.nanoTime();
    log.atInfo().addKeyValue("seed", seed).log("A storm");
    try (TestPostgres postgres = TestPostgres.primary();
        BoardHouse house =
            new BoardHouse(
                BoardHouse.Servers.with(TestPostgres.settings(postgres)),
                PlaceSamples.groups(GROUPS, 400),
                PlaceBoard.HoldTimes.DEFAULT,
                InstantSource.system())) {
      List<ToldLog> people = new ArrayList<>();
      Footprint before = work(house, people, seed, () -> {});
      for (Order order : Order.values()) {
        work(house, people, seed + order.ordinal(), () -> restart(house, postgres, order));
        await(
            "both agree after " + order,
            BACK,
            () -> house.isUp() && house.onBoard().equals(house.inRecords()));
      }
      nothingIsLost(house, people);
      await(
          "threads and heap are as before",
          Duration.ofSeconds(20),
          () -> Footprint.now().isNear(before));
    }
  }

  /** People work before, during and a moment after; what is used when they rest. */
  private static Footprint work(BoardHouse house, List<ToldLog> all, long seed, Runnable meanwhile)
      throws Exception {
    List<ToldLog> people = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      ToldLog person = new ToldLog(house, new AgentId("agent" + i), GROUPS, seed * 31 + i);
      people.add(person);
      threads.add(Thread.ofVirtual().start(person));
    }
    Thread.sleep(700);
    meanwhile.run();
    Thread.sleep(700);
    people.forEach(ToldLog::end);
    for (Thread thread : threads) {
      thread.join();
    }
    all.addAll(people);
    return Footprint.now();
  }

  private static void restart(BoardHouse house, TestPostgres postgres, Order order) {
    switch (order) {
      case REDIS_REDIS, REDIS_POSTGRES -> {
        house.redisProcess.kill();
        pause(300);
        postgres.kill();
      }
      case POSTGRES_REDIS, POSTGRES_POSTGRES -> {
        postgres.kill();
        pause(300);
        house.redisProcess.kill();
      }
    }
    await("the light is down", SOON, () -> !house.isUp());
    switch (order) {
      case REDIS_REDIS, POSTGRES_REDIS -> {
        house.redisProcess.start();
        pause(700);
        assertThat(house.isUp()).as("an empty board without its records").isFalse();
        postgres.start();
      }
      case REDIS_POSTGRES, POSTGRES_POSTGRES -> {
        postgres.start();
        pause(700);
        house.redisProcess.start();
      }
    }
    await("the board is up", BACK, house::isUp);
  }

  private static void nothingIsLost(BoardHouse house, List<ToldLog> people) {
    Set<UUID> placements = ids(house, "SELECT placement_id FROM placement");
    Set<UUID> tellings = ids(house, "SELECT tell_id FROM told_figure");
    people.forEach(person -> person.isTrueOf(placements, tellings));
    assertThat(placements).allMatch(id -> people.stream().anyMatch(p -> p.asked(id)));
    assertThat(tellings).allMatch(id -> people.stream().anyMatch(p -> p.toldOrUnknown(id)));
    assertThat(people.stream().mapToInt(ToldLog::promises).sum()).isPositive();
    people.forEach(person ->
        log.atInfo().addKeyValue("answers", person.answers()).log("What a person was told"));
    assertThat(house.count("SELECT count(*) FROM capacity_night WHERE occupied > open")).isZero();
    CheckInvariants invariants =
        new TruthFeature(
                new TruthFeature.Ground(
                    house.records,
                    new JdbcAuditTrail(house.records),
                    PlaceSamples.HERAULT,
                    BoardHouse.PARIS,
                    InstantSource.system(),
                    new SimpleMeterRegistry()))
            .checkInvariants();
    invariants.run();
    assertThat(invariants.run()).isEmpty();
  }

  private static Set<UUID> ids(BoardHouse house, String sql) {
    return house.records.with(
        handle -> handle.createQuery(sql).mapTo(UUID.class).stream().collect(Collectors.toSet()));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
