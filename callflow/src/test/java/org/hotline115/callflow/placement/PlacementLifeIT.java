package org.hotline115.callflow.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardHouse;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.request.ConfirmResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the promise to the door and back, on real servers: each place exactly once. */
class PlacementLifeIT {

  private static final String GROUP = "group-00000";
  private static final AgentId CLAIRE = new AgentId("claire");

  private BoardHouse house;

  @BeforeEach
  void openTheHouse() {
    house = new BoardHouse(PlaceSamples.groups(2, 4), PlaceBoard.HoldTimes.DEFAULT);
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  private Placement promised(int places) {
    Hold hold = house.held(GROUP, places);
    return ((ConfirmResult.Confirmed)
            house
                .requests
                .confirmHold()
                .run(hold.holdId(), new PlacementId(UUID.randomUUID()), CLAIRE))
        .placement();
  }

  private static MoveCommand said(Placement placement, PlacementMove move) {
    return new MoveCommand(
        UUID.randomUUID(), placement.placementId(), move, MoveSource.COORDINATOR, "nadia");
  }

  private MoveResult say(Placement placement, PlacementMove move) {
    return house.placements.movePlacement().run(said(placement, move));
  }

  private GroupView group() {
    return house.board.readBoard().group(new PlaceGroupId(GROUP), Household.ANYBODY).orElseThrow();
  }

  private PlacementStatus status(Placement placement) {
    return house.placements.readPlacements().find(placement.placementId()).orElseThrow().status();
  }

  /** A gateway of its own at another hour, on the same servers. */
  private PlacementFeature elsewhere(Duration later) {
    return new PlacementFeature(
        new PlacementFeature.Ground(
            house.records,
            new JdbcAuditTrail(house.records),
            PlaceSamples.HERAULT,
            BoardHouse.PARIS,
            InstantSource.offset(InstantSource.system(), later),
            new SimpleMeterRegistry(),
            Duration.ofMinutes(30)),
        house.board);
  }

  private void recordsAreSound() {
    assertThat(
            house.count(
                """
                SELECT count(*) FROM capacity_night c
                WHERE c.occupied <> (
                    SELECT coalesce(sum(e.delta), 0) FROM capacity_event e
                    WHERE e.place_group_id = c.place_group_id AND e.night_of = c.night_of
                      AND e.kind IN ('NIGHT_BEGUN', 'PROMISED', 'TOLD_FREE', 'CAME_BACK', 'TAKEN_AGAIN'))
                  OR c.promised <> (
                    SELECT coalesce(sum(p.places), 0) FROM placement p
                    WHERE p.place_group_id = c.place_group_id AND p.night_of = c.night_of
                      AND p.status IN ('EXPECTED', 'TO_CHECK', 'ARRIVED'))
                """))
        .as("figures that are not the sum of what happened")
        .isZero();
    await("the board shows the records", () -> house.onBoard().equals(house.inRecords()));
    assertThat(new JdbcAuditTrail(house.records).firstBrokenLink()).isEmpty();
  }

  private <T> List<T> atOnce(List<? extends Callable<T>> jobs)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> each : threads.invokeAll(jobs)) {
        results.add(each.get());
      }
      return results;
    }
  }

  @Test
  void whoArrivedKeepsTheFiguresAsTheyAre() {
    Placement placement = promised(2);

    MoveResult result = say(placement, new PlacementMove.Arrived());

    Placement arrived = ((MoveResult.Moved) result).placement();
    assertThat(arrived.status()).isEqualTo(PlacementStatus.ARRIVED);
    assertThat(arrived.arrivedAt()).isNotNull();
    assertThat(arrived.lastMove().by()).isEqualTo("nadia");
    assertThat(group().occupied()).isEqualTo(2);
    assertThat(
            house.count(
                "SELECT count(*) FROM audit_event WHERE action = 'PLACEMENT_ARRIVED_BY_COORDINATOR'"))
        .isEqualTo(1);
    recordsAreSound();
  }

  @Test
  void aNoShowGivesThePlacesBackAtOnceHoweverOftenItIsTold() throws Exception {
    Placement placement = promised(2);
    assertThat(group().free()).isEqualTo(2);
    MoveCommand once = said(placement, new PlacementMove.DidNotCome());
    List<Callable<MoveResult>> contenders = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      MovePlacement other = elsewhere(Duration.ZERO).movePlacement();
      contenders.add(() -> house.placements.movePlacement().run(once));
      contenders.add(() -> other.run(said(placement, new PlacementMove.DidNotCome())));
    }

    List<MoveResult> results = atOnce(contenders);

    assertThat(results)
        .allMatch(r -> r instanceof MoveResult.Moved || r instanceof MoveResult.AlreadySo);
    assertThat(group().free()).isEqualTo(4);
    assertThat(house.count("SELECT count(*) FROM placement_move")).isEqualTo(1);
    assertThat(house.count("SELECT count(*) FROM capacity_event WHERE kind = 'CAME_BACK'"))
        .isEqualTo(1);
    recordsAreSound();
  }

  @Test
  void ofTwoPeopleWhoSayOppositeThingsOneIsHeard() throws Exception {
    for (int round = 0; round < 10; round++) {
      Placement placement = promised(1);

      List<MoveResult> results =
          atOnce(
              List.<Callable<MoveResult>>of(
                  () -> say(placement, new PlacementMove.Cancelled()),
                  () -> say(placement, new PlacementMove.DidNotCome())));

      assertThat(results).filteredOn(MoveResult.Moved.class::isInstance).hasSize(1);
      assertThat(results).filteredOn(MoveResult.NotPossible.class::isInstance).hasSize(1);
      assertThat(group().free()).isEqualTo(4);
    }
    recordsAreSound();
  }

  @Test
  void aTakenBackTickTakesThePlacesAgain() {
    Placement placement = promised(3);
    say(placement, new PlacementMove.DidNotCome());

    MoveResult result = say(placement, new PlacementMove.TakenBack());

    assertThat(((MoveResult.Moved) result).placement().status())
        .isEqualTo(PlacementStatus.EXPECTED);
    assertThat(group().free()).isEqualTo(1);
    recordsAreSound();
  }

  @Test
  void whoCameAfterAllIsInsideOnlyWhenAPlaceIsLeft() {
    Placement late = promised(2);
    say(late, new PlacementMove.DidNotCome());
    Placement other = promised(3);

    MoveResult tooLate = say(late, new PlacementMove.Arrived());
    say(other, new PlacementMove.Cancelled());
    MoveResult inTime = say(late, new PlacementMove.Arrived());

    assertThat(tooLate).isInstanceOf(MoveResult.NoPlaceLeft.class);
    assertThat(inTime).isInstanceOf(MoveResult.Moved.class);
    assertThat(group().occupied()).isEqualTo(2);
    recordsAreSound();
  }

  @Test
  void aHoldThatCountedOnThePlaceIsTakenBackBeforeAnybodyIsTold() {
    Placement late = promised(4);
    say(late, new PlacementMove.DidNotCome());
    Hold hold = house.held(GROUP, 2);

    say(late, new PlacementMove.Arrived());

    await("the hold is over", () -> house.board.readBoard().hold(hold.holdId()).isEmpty());
    assertThat(
            house
                .requests
                .confirmHold()
                .run(hold.holdId(), new PlacementId(UUID.randomUUID()), CLAIRE))
        .isEqualTo(new ConfirmResult.Expired());
    recordsAreSound();
  }

  @Test
  void whoLeftIsAskedWhyAndWhereToAndThePlaceIsFreeAgain() {
    Placement placement = promised(2);
    PlacementMove left =
        new PlacementMove.Left(ExitReason.VOLUNTARY_DEPARTURE, ExitDestination.WITH_THIRD_PARTY);
    assertThat(say(placement, left))
        .as("not inside yet")
        .isInstanceOf(MoveResult.NotPossible.class);
    say(placement, new PlacementMove.Arrived());

    say(placement, left);

    assertThat(group().free()).isEqualTo(4);
    assertThat(
            house.count(
                "SELECT count(*) FROM placement WHERE exit_reason = 'VOLUNTARY_DEPARTURE'"
                    + " AND exit_destination = 'WITH_THIRD_PARTY' AND left_at IS NOT NULL"))
        .isEqualTo(1);
    say(placement, new PlacementMove.TakenBack());
    assertThat(status(placement)).isEqualTo(PlacementStatus.ARRIVED);
    assertThat(group().free()).isEqualTo(2);
    recordsAreSound();
  }

  @Test
  void aMachineOnlyAsksOnceForEachOverdueWithSeveralGateways() throws Exception {
    List<Placement> due = List.of(promised(1), promised(1), promised(1));
    PlacementFeature atMidnight = elsewhere(Duration.ofHours(30));

    List<Integer> marked =
        atOnce(
            List.<Callable<Integer>>of(
                () -> atMidnight.markOverdue().run(),
                () -> elsewhere(Duration.ofHours(30)).markOverdue().run(),
                () -> elsewhere(Duration.ofHours(30)).markOverdue().run()));

    assertThat(marked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
    assertThat(due).allMatch(placement -> status(placement) == PlacementStatus.TO_CHECK);
    assertThat(group().occupied()).as("nothing is ended by a machine").isEqualTo(3);
    assertThat(house.placements.readPlacements().toCheck()).hasSize(3);
    assertThat(house.placements.markOverdue().run()).isZero();
    recordsAreSound();
  }

  @Test
  void whoComesLaterIsExpectedAgainAndAskedForAgain() {
    Placement placement = promised(1);
    elsewhere(Duration.ofHours(30)).markOverdue().run();
    Instant later = Instant.now().plus(Duration.ofHours(31));

    say(placement, new PlacementMove.ComesLater(later));

    assertThat(status(placement)).isEqualTo(PlacementStatus.EXPECTED);
    assertThat(elsewhere(Duration.ofHours(31)).markOverdue().run()).as("within the grace").isZero();
    assertThat(elsewhere(Duration.ofHours(32)).markOverdue().run()).isEqualTo(1);
  }

  @Test
  void aNoShowToldWhileRedisIsAwayIsOnTheBoardWhenItIsBack() {
    Placement placement = promised(2);
    house.redisProcess.kill();

    MoveResult result = say(placement, new PlacementMove.DidNotCome());

    assertThat(result).isInstanceOf(MoveResult.Moved.class);
    house.redisProcess.start();
    await("the board is up", Duration.ofSeconds(20), () -> house.isUp());
    await("the place is shown free", () -> group().free() == 4);
    recordsAreSound();
  }

  @Test
  void withoutTheRecordsNothingIsSaidToBeDone() {
    Placement placement = promised(2);
    MoveCommand command = said(placement, new PlacementMove.DidNotCome());
    house.wire.cut();

    MoveResult away = house.placements.movePlacement().run(command);
    house.wire.mend();
    Supplier<MoveResult> again = () -> house.placements.movePlacement().run(command);

    assertThat(away).isEqualTo(new MoveResult.RecordsDown());
    await("it is said again", () -> again.get() instanceof MoveResult.Moved);
    assertThat(group().free()).isEqualTo(4);
    recordsAreSound();
  }

  @Test
  void aMoveOfAnIdThatMovedAnotherPlacementIsRefused() {
    Placement one = promised(1);
    Placement two = promised(1);
    MoveCommand command = said(one, new PlacementMove.Arrived());
    house.placements.movePlacement().run(command);

    MoveResult result =
        house
            .placements
            .movePlacement()
            .run(
                new MoveCommand(
                    command.moveId(), two.placementId(), command.move(), MoveSource.SITE, "lilas"));

    assertThat(result).isInstanceOf(MoveResult.NotPossible.class);
    assertThat(status(two)).isEqualTo(PlacementStatus.EXPECTED);
  }

  @Test
  void theNextMorningOnlyFiguresThatNobodyCountedFollow() {
    Placement placement = promised(2);
    Placement counted = promised(1);
    PlacementFeature tomorrow = elsewhere(Duration.ofHours(24));
    Set<String> site = Set.of("site-" + GROUP);
    beginTomorrow();

    tomorrow.movePlacement().run(said(placement, new PlacementMove.DidNotCome()));
    assertThat(occupiedTomorrow()).isEqualTo(1);
    house.records.with(handle ->
        handle.execute(
            "UPDATE capacity_night SET told_at = now() + interval '24 h', told_by = 'lilas', source = 'WEB'"
                + " WHERE place_group_id = ?"
                + " AND night_of = (SELECT max(night_of) FROM capacity_night WHERE place_group_id = ?)",
            GROUP,
            GROUP));
    tomorrow.movePlacement().run(said(counted, new PlacementMove.DidNotCome()));

    assertThat(occupiedTomorrow()).as("the shelter's own figure knows it").isEqualTo(1);
    assertThat(tomorrow.readPlacements().expectedAt(site))
        .as("those of last night were decided")
        .isEmpty();
  }

  private void beginTomorrow() {
    house.records.with(handle ->
        handle.execute(
            """
            INSERT INTO capacity_night (place_group_id, night_of, open, occupied)
            SELECT place_group_id, night_of + 1, open, occupied FROM capacity_night
            """));
  }

  private long occupiedTomorrow() {
    return house.count(
        "SELECT occupied FROM capacity_night WHERE place_group_id = '"
            + GROUP
            + "' ORDER BY night_of DESC LIMIT 1");
  }

  @Test
  void everyFileHasACodeOfItsOwn() {
    assertThat(
            house.count("SELECT count(DISTINCT file_code(n)) FROM generate_series(7, 30982) AS n"))
        .isEqualTo(30_976);
    assertThat(
            house.count(
                "SELECT count(*) FROM (SELECT file_code(n) AS c FROM generate_series(1, 31000) AS n) x WHERE c !~ '^[A-HJ-NPR-TV-Z][2-9][A-HJ-NPR-TV-Z][2-9]$'"))
        .isZero();
  }
}
