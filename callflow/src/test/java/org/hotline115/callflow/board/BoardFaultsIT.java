package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.await;
import static org.hotline115.callflow.board.BoardSamples.CLAIRE;

import java.time.Duration;
import java.util.UUID;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.placement.Guests;
import org.hotline115.callflow.placement.JdbcPlacements;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the board does when Redis or PostgreSQL is away, emptied, old, slow or tampered with. */
class BoardFaultsIT {

  private static final String GROUP = "group-00000";
  private static final Duration SOON = Duration.ofSeconds(5);

  private BoardHouse house;

  @BeforeEach
  void openTheHouse() {
    house = new BoardHouse(PlaceSamples.groups(3, 4), PlaceBoard.HoldTimes.DEFAULT);
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  private ConfirmResult confirm(Hold hold, PlacementId placement) {
    return house.requests.confirmHold().run(hold.holdId(), placement, CLAIRE);
  }

  private static PlacementId placement() {
    return new PlacementId(UUID.randomUUID());
  }

  private boolean isJournalled(Hold hold) {
    return house.inRecords().holds().contains(hold.holdId().toString());
  }

  private boolean bothAgree() {
    return house.isUp() && house.onBoard().equals(house.inRecords());
  }

  @Test
  void aBoardWithoutRedisSaysSoWithinASecondAndStaysReadable() {
    Hold hold = house.held(GROUP, 2);
    await("the screen shows the hold", () -> house.view().groups().getFirst().held() == 2);

    house.redisProcess.kill();

    long started = System.nanoTime();
    HoldResult result = house.hold(GROUP, 1, CLAIRE, null);
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(1_300));
    assertThat(result).isEqualTo(new HoldResult.BoardDown());
    await("the light is down", SOON, () -> !house.isUp());
    BoardView view = house.view();
    assertThat(view.state()).isEqualTo(BoardLight.DOWN);
    assertThat(view.groups()).hasSize(3);
    assertThat(view.groups().getFirst().held()).isEqualTo(2);
    assertThat(view.asOf()).isAfter(hold.createdAt().minusSeconds(5));
  }

  @Test
  void aJournalledHoldIsPromisedWithoutRedisAndShownWhenItIsBack() {
    Hold hold = house.held(GROUP, 2);
    Hold other = house.held(GROUP, 1);
    await("the holds are journalled", () -> isJournalled(hold) && isJournalled(other));
    house.redisProcess.kill();

    ConfirmResult result = confirm(hold, placement());

    assertThat(result).isInstanceOf(ConfirmResult.Confirmed.class);
    house.redisProcess.start();
    await("the empty Redis is rebuilt", this::bothAgree);
    GroupView group = house.view().groups().getFirst();
    assertThat(group.occupied()).isEqualTo(2);
    assertThat(group.held()).isEqualTo(1);
    assertThat(house.board.readBoard().holds())
        .extracting(Hold::holdId)
        .containsExactly(other.holdId());
  }

  @Test
  void anEmptiedRedisIsRebuiltEqualWithHigherNumbers() {
    Hold hold = house.held(GROUP, 2);
    await("the hold is journalled", () -> isJournalled(hold));
    BoardHouse.Truth before = house.onBoard();
    long versionBefore = house.view().version();

    house.redis.connection().sync().flushall();

    await("it is rebuilt", SOON, () -> house.view().version() > versionBefore && house.isUp());
    assertThat(house.onBoard()).isEqualTo(before);
    assertThat(house.view().version()).isGreaterThan(versionBefore + 100_000);
    assertThat(house.board.extendHold().run(hold.holdId(), CLAIRE))
        .isInstanceOf(HoldAnswer.StillHeld.class);
  }

  @Test
  void aRedisThatComesBackWithAnOlderBoardIsRebuilt() {
    house.held(GROUP, 1);
    Hold last = house.held(GROUP, 1);
    await("the hold is journalled", () -> isJournalled(last));
    BoardHouse.Truth before = house.onBoard();

    var redis = house.redis.connection().sync();
    redis.set("board:{34}:version", "1");
    redis.hset("board:{34}:group:" + GROUP, "held", "0");

    await("it is rebuilt", SOON, () -> house.view().version() > 1_000_000 && bothAgree());
    assertThat(house.onBoard()).isEqualTo(before);
  }

  @Test
  void withoutPostgresOneHoldsButPromisesNothing() {
    house.wire.cut();
    Hold hold = house.held(GROUP, 2);
    PlacementId placement = placement();

    assertThat(confirm(hold, placement)).isEqualTo(new ConfirmResult.RecordsDown());

    assertThat(house.board.extendHold().run(hold.holdId(), CLAIRE))
        .isInstanceOf(HoldAnswer.StillHeld.class);
    assertThat(house.isUp()).isTrue();
    house.wire.mend();
    await(
        "the same placement is confirmed",
        () -> confirm(hold, placement) instanceof ConfirmResult.Confirmed);
    await("both agree", this::bothAgree);
    assertThat(house.count("SELECT count(*) FROM placement")).isEqualTo(1);
  }

  @Test
  void anAnswerThatNeverCameIsAskedAgainAndPromisedOnce() {
    Hold hold = house.held(GROUP, 2);
    PlacementId placement = placement();
    house.wire.freeze();
    assertThat(confirm(hold, placement)).isEqualTo(new ConfirmResult.RecordsDown());
    house.wire.mend();

    await(
        "the same placement is confirmed",
        () -> confirm(hold, placement) instanceof ConfirmResult.Confirmed);
    assertThat(confirm(hold, placement)).isInstanceOf(ConfirmResult.Confirmed.class);
    assertThat(house.count("SELECT count(*) FROM placement")).isEqualTo(1);
    assertThat(house.count("SELECT sum(promised) FROM capacity_night")).isEqualTo(2);
  }

  @Test
  void holdsMadeWhilePostgresWasAwayAreJournalledLater() {
    house.wire.cut();
    Hold kept = house.held(GROUP, 1);
    Hold released = house.held(GROUP, 1);
    house.board.releaseHold().run(released.holdId(), CLAIRE, Role.LISTENER);
    house.wire.mend();

    await("the kept hold is journalled", () -> isJournalled(kept));
    assertThat(isJournalled(released)).isFalse();
    assertThat(
            house.count("SELECT count(*) FROM capacity_event WHERE kind IN ('HELD', 'RELEASED')"))
        .isEqualTo(3);
  }

  @Test
  void theConstraintHasTheLastWordWhenTheBoardWasWrong() {
    house.records.with(handle ->
        handle.execute(
            "UPDATE capacity_night SET occupied = 4, record = record WHERE place_group_id = ?",
            GROUP));
    Hold hold = house.held(GROUP, 2);

    assertThat(confirm(hold, placement())).isEqualTo(new ConfirmResult.NoPlaceLeft());
    assertThat(house.count("SELECT count(*) FROM placement")).isZero();
  }

  @Test
  void aDifferenceIsRepairedAndRaisesAnAlarm() {
    house.redis.connection().sync().hset("board:{34}:group:" + GROUP, "held", "3");

    await("an alarm is raised", () -> house.count("SELECT count(*) FROM board_alarm") > 0);
    await("both agree", this::bothAgree);
    assertThat(house.view().groups().getFirst().free()).isEqualTo(4);
    assertThat(house.count("SELECT count(*) FROM audit_event WHERE action = 'RAISE_BOARD_ALARM'"))
        .isPositive();
  }

  @Test
  void aBoardThatBelievesToKnowBetterThanTheRecordsIsWrittenAnew() {
    String key = "board:{34}:group:" + GROUP;
    house.redis.connection().sync().hset(key, "occupied", "3");
    await("both agree", SOON.multipliedBy(2), this::bothAgree);

    house.redis.connection().sync().hset(key, "record", "900");
    await("both agree again", SOON.multipliedBy(2), this::bothAgree);

    assertThat(house.count("SELECT count(*) FROM board_alarm WHERE what = 'FIGURES'"))
        .as("each told once")
        .isEqualTo(2);
  }

  @Test
  void aGroupThatTheBoardLostIsShownAgainAndTold() {
    await("a look has passed", () -> house.isUp());
    sleepThroughALook();
    var redis = house.redis.connection().sync();
    redis.del("board:{34}:group:" + GROUP);
    redis.srem("board:{34}:groups", GROUP);

    await("it is shown again", SOON.multipliedBy(2), this::bothAgree);
    await(
        "it is told",
        () -> house.count("SELECT count(*) FROM board_alarm WHERE what = 'MISSING'") == 1);
  }

  private static void sleepThroughALook() {
    try {
      Thread.sleep(BoardKeeper.COMPARE_EVERY.toMillis() * 2);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aPromiseThatRedisNeverHeardOfIsShownWithinFiveSeconds() {
    Hold hold = house.held(GROUP, 2);
    await("the hold is journalled", () -> isJournalled(hold));
    new JdbcPlacements(
            house.records,
            new JdbcBoardRecords(house.records, PlaceSamples.HERAULT),
            PlaceSamples.HERAULT)
        .promise(
            new JdbcPlacements.Promise(placement(), hold, hold.createdAt(), hold.expiresAt()),
            handle ->
                new JdbcPlacements.Met(
                    UUID.randomUUID(),
                    hold.contactId(),
                    new FileCode("A4F7"),
                    new Guests(2, 1, 1, HouseholdType.WOMAN_WITH_CHILD, Pets.NONE)));

    await("both agree", SOON, this::bothAgree);

    GroupView group = house.view().groups().getFirst();
    assertThat(group.occupied()).isEqualTo(2);
    assertThat(group.held()).isZero();
  }

  @Test
  void aFrozenRedisTurnsTheBoardDownAndBackUp() {
    house.redisProcess.signal("STOP");
    try {
      await("the light is down", SOON, () -> !house.isUp());
      long started = System.nanoTime();
      assertThat(house.hold(GROUP, 1, CLAIRE, null)).isEqualTo(new HoldResult.BoardDown());
      assertThat(Duration.ofNanos(System.nanoTime() - started))
          .isLessThan(Duration.ofMillis(1_300));
    } finally {
      house.redisProcess.signal("CONT");
    }
    await("the board is back", SOON, house::isUp);
    await("both agree", this::bothAgree);
  }
}
