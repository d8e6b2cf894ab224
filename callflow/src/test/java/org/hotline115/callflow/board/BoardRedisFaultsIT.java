package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline115.callflow.board.BoardHouse.await;
import static org.hotline115.callflow.board.BoardSamples.CLAIRE;

import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmResult;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.callflow.store.TestWire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Redis that answers but cannot be used: full, read-only, slow, coming and going. */
class BoardRedisFaultsIT {

  private static final String GROUP = "group-00000";
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration AT_ONCE = Duration.ofMillis(1_300);
  private static final int BALLAST = 4_000_000;

  private TestWire wire;
  private BoardHouse house;
  private RedisCommands<String, String> redis;

  @BeforeEach
  void openTheHouse() {
    TestRedis process = TestServers.redis();
    wire = TestWire.to(process.settings());
    var postgres = TestServers.emptyDatabase();
    house =
        new BoardHouse(
            new BoardHouse.Servers(postgres, TestWire.to(postgres), process, wire),
            PlaceSamples.groups(3, 400),
            PlaceBoard.HoldTimes.DEFAULT,
            InstantSource.system());
    redis = house.redis.connection().sync();
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
    wire.close();
  }

  private boolean bothAgree() {
    return house.isUp() && house.onBoard().equals(house.inRecords());
  }

  private Hold journalled(int places) {
    Hold hold = house.held(GROUP, places);
    await(
        "the hold is journalled",
        () -> house.inRecords().holds().contains(hold.holdId().toString()));
    return hold;
  }

  private void saysDownAtOnce(HoldPlaces.Wish wish) {
    long started = System.nanoTime();
    assertThat(house.board.holdPlaces().run(wish)).isEqualTo(new HoldResult.BoardDown());
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(AT_ONCE);
  }

  private ConfirmResult confirm(Hold hold) {
    return house
        .requests
        .confirmHold()
        .run(hold.holdId(), new PlacementId(UUID.randomUUID()), CLAIRE);
  }

  /** A neighbour in the same Redis took more room than there is. */
  private void fill() {
    for (int i = 0; i < 40; i++) {
      redis.rpush("ballast", "x".repeat(BALLAST / 40));
    }
    long used =
        redis
            .info("memory")
            .lines()
            .filter(line -> line.startsWith("used_memory:"))
            .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
            .findFirst()
            .orElseThrow();
    redis.configSet("maxmemory-policy", "noeviction");
    redis.configSet("maxmemory", Long.toString(used - BALLAST / 4));
    assertThatThrownBy(() -> redis.set("more", "than fits")).hasMessageStartingWith("OOM");
  }

  /** Everything that the board keeps, byte by byte. */
  private SortedMap<String, String> keyspace() {
    SortedMap<String, String> all = new TreeMap<>();
    for (String key : redis.keys("board:*")) {
      if (!key.endsWith(":pulse")) {
        all.put(key, HexFormat.of().formatHex(redis.dump(key)));
      }
    }
    return all;
  }

  @Test
  void aFullRedisTakesNothingHalfAndIsUpAgainWhenItHasRoom() {
    Hold kept = journalled(1);
    Hold promised = journalled(2);
    fill();
    SortedMap<String, String> before = keyspace();

    saysDownAtOnce(house.wish(GROUP, 1, CLAIRE, null));
    assertThat(house.board.extendHold().run(kept.holdId(), CLAIRE))
        .isEqualTo(new HoldAnswer.BoardDown());

    assertThat(keyspace()).as("nothing half-done").isEqualTo(before);
    await("the light is down", SOON, () -> !house.isUp());
    assertThat(confirm(promised)).isInstanceOf(ConfirmResult.Confirmed.class);
    redis.del("ballast");
    await("both agree", SOON, this::bothAgree);
    assertThat(house.held(GROUP, 1)).isNotNull();
    assertThat(house.view().groups().getFirst().occupied()).isEqualTo(2);
  }

  @Test
  void aPlaceIsGivenBackAlsoInAFullRedis() {
    Hold hold = journalled(3);
    fill();

    assertThat(house.board.releaseHold().run(hold.holdId(), CLAIRE, Role.LISTENER))
        .isInstanceOf(HoldAnswer.Ended.class);

    redis.del("ballast");
    await("both agree", SOON, this::bothAgree);
    assertThat(house.view().groups().getFirst().held()).isZero();
  }

  @Test
  void anEmptiedAndFullRedisIsRebuiltWhenItHasRoom() {
    Hold hold = journalled(2);
    redis.flushall();
    fill();

    await("the light is down", SOON, () -> !house.isUp());
    saysDownAtOnce(house.wish(GROUP, 1, CLAIRE, null));

    redis.configSet("maxmemory", "0");
    await("both agree", SOON, this::bothAgree);
    assertThat(house.board.readBoard().hold(hold.holdId())).isPresent();
  }

  @Test
  void aReadOnlyRedisTurnsTheBoardDownUntilItIsPromoted() {
    Hold hold = journalled(2);
    redis.replicaof("127.0.0.1", 1);

    saysDownAtOnce(house.wish(GROUP, 1, CLAIRE, null));
    await("the light is down", SOON, () -> !house.isUp());
    assertThat(confirm(hold)).isInstanceOf(ConfirmResult.Confirmed.class);

    redis.replicaofNoOne();
    await("both agree", SOON, this::bothAgree);
    assertThat(house.view().groups().getFirst().occupied()).isEqualTo(2);
  }

  @Test
  void aSlowRedisIsWaitedForASecondAndAskedAgainHoldsOnce() {
    wire.slow(Duration.ofMillis(150));
    long started = System.nanoTime();
    house.held(GROUP, 1);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(AT_ONCE);
    assertThat(house.isUp()).isTrue();

    wire.slow(Duration.ofMillis(1_500));
    HoldPlaces.Wish unknown = house.wish(GROUP, 2, CLAIRE, null);
    saysDownAtOnce(unknown);
    await("the light is down", SOON, () -> !house.isUp());

    wire.mend();
    await("the board is up", SOON, house::isUp);
    assertThat(house.board.holdPlaces().run(unknown)).isInstanceOf(HoldResult.Held.class);
    await("both agree", SOON, this::bothAgree);
    assertThat(house.view().groups().getFirst().held()).isEqualTo(3);
  }

  @Test
  void aFlappingRedisTakesNoStaleWriteAndCostsNothing() throws Exception {
    Hold kept = journalled(2);
    Footprint before = Footprint.now();
    AtomicBoolean away = new AtomicBoolean();
    AtomicBoolean over = new AtomicBoolean();
    Set<String> refused = ConcurrentHashMap.newKeySet();
    Thread agent = Thread.ofVirtual().start(() -> holdAgainAndAgain(away, over, refused));

    for (int i = 0; i < 6; i++) {
      house.redisProcess.kill();
      away.set(true);
      Thread.sleep(1_000);
      away.set(false);
      house.redisProcess.start();
      Thread.sleep(1_000);
    }
    over.set(true);
    agent.join();

    await("both agree", SOON, this::bothAgree);
    assertThat(refused).as("asked while there was no Redis").isNotEmpty();
    assertThat(house.onBoard().holds())
        .contains(kept.holdId().toString())
        .doesNotContainAnyElementsOf(refused);
    assertThat(house.count("SELECT count(*) FROM board_alarm")).as("no alarm").isZero();
    await(
        "threads and heap are as before",
        Duration.ofSeconds(20),
        () -> Footprint.now().isNear(before));
  }

  private void holdAgainAndAgain(AtomicBoolean away, AtomicBoolean over, Set<String> refused) {
    while (!over.get()) {
      boolean wasAway = away.get();
      HoldPlaces.Wish wish = house.wish(GROUP, 1, CLAIRE, null);
      HoldResult result = house.board.holdPlaces().run(wish);
      if (wasAway && away.get()) {
        assertThat(result).isEqualTo(new HoldResult.BoardDown());
        refused.add(wish.holdId().toString());
      } else if (result instanceof HoldResult.Held held) {
        house.board.releaseHold().run(held.hold().holdId(), CLAIRE, Role.LISTENER);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
