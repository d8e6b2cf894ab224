package org.hotline115.callflow.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hotline115.callflow.board.BoardHouse.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardHouse;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows are tampered with by hand: each broken invariant is found, told and put right. */
class TruthIT {

  private static final String GROUP = "group-00000";
  private static final AgentId NADIA = new AgentId("nadia");

  private BoardHouse house;
  private TruthFeature truth;
  private SimpleMeterRegistry meters;

  @BeforeEach
  void openTheHouse() {
    house = new BoardHouse(PlaceSamples.groups(2, 4), PlaceBoard.HoldTimes.DEFAULT);
    meters = new SimpleMeterRegistry();
    truth = openAnotherWatch();
  }

  private TruthFeature openAnotherWatch() {
    return new TruthFeature(
        new TruthFeature.Ground(
            house.database,
            new JdbcAuditTrail(house.database),
            PlaceSamples.HERAULT,
            BoardHouse.PARIS,
            InstantSource.system(),
            meters));
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  private void tamper(String change) {
    house.records.with(handle ->
        handle.execute(
            "UPDATE capacity_night SET record = record + 1, "
                + change
                + " WHERE place_group_id = ?",
            GROUP));
  }

  private BoardAlarm alarmAfterTwoLooks(BoardInvariant invariant) {
    assertThat(truth.checkInvariants().run()).as("one look is no proof").isEmpty();
    assertThat(truth.checkInvariants().run())
        .extracting(Breach::invariant)
        .containsExactly(invariant);
    assertThat(truth.readAlarms().run()).hasSize(1);
    BoardAlarm alarm = truth.readAlarms().run().getFirst();
    assertThat(alarm.isOpen()).isTrue();
    assertThat(alarm.what()).isEqualTo(invariant.name());
    return alarm;
  }

  private void allIsWellAgain() {
    truth.checkInvariants().run();
    assertThat(truth.checkInvariants().run()).isEmpty();
  }

  @Test
  void nothingIsFoundOnABoardThatIsTrue() {
    house.held(GROUP, 2);
    truth.checkInvariants().run();
    assertThat(truth.checkInvariants().run()).isEmpty();
    assertThat(truth.readAlarms().run()).isEmpty();
  }

  @Test
  void openPlacesThatNobodyInstalledAreFoundAndPutRight() {
    tamper("open = 9");

    BoardAlarm alarm = alarmAfterTwoLooks(BoardInvariant.OPEN_IS_INSTALLED_LESS_CLOSED);

    assertThat(alarm.found()).isEqualTo("9");
    assertThat(alarm.expected()).isEqualTo("4");
    assertThat(alarm.isRepairable()).isTrue();
    assertThat(truth.decideAlarm().repair(alarm.alarmId(), NADIA))
        .isInstanceOfSatisfying(
            DecideResult.Decided.class,
            decided -> assertThat(decided.alarm().decidedBy()).isEqualTo(NADIA));
    allIsWellAgain();
    await("every screen shows it", () -> house.view().groups().getFirst().open() == 4);
    assertThat(house.count("SELECT count(*) FROM audit_event WHERE action LIKE '%BOARD_ALARM'"))
        .isEqualTo(2);
  }

  @Test
  void aPromiseWithoutAPlacementIsFoundAndTakenBack() {
    tamper("promised = 2, occupied = 2");
    house.records.with(handle ->
        handle.execute(
            """
            INSERT INTO capacity_event (departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at)
            SELECT '34', place_group_id, night_of, 'PROMISED', 2, '', '', now() FROM capacity_night
            WHERE place_group_id = ?
            """,
            GROUP));

    BoardAlarm alarm = alarmAfterTwoLooks(BoardInvariant.PROMISED_IS_PLACED);

    assertThat(truth.decideAlarm().repair(alarm.alarmId(), NADIA))
        .isInstanceOf(DecideResult.Decided.class);
    allIsWellAgain();
    assertThat(house.count("SELECT sum(promised) FROM capacity_night")).isZero();
  }

  @Test
  void peopleInsideWhomNoEventBroughtInAreFoundAndJournalled() {
    tamper("occupied = 3");

    BoardAlarm alarm = alarmAfterTwoLooks(BoardInvariant.OCCUPIED_IS_JOURNALLED);

    assertThat(truth.decideAlarm().repair(alarm.alarmId(), NADIA))
        .isInstanceOf(DecideResult.Decided.class);
    allIsWellAgain();
    assertThat(house.count("SELECT sum(delta) FROM capacity_event WHERE kind = 'CORRECTED'"))
        .isEqualTo(3);
  }

  @Test
  void moreThanOpenCanOnlyBeAcknowledged() {
    house.held(GROUP, 2);
    await("the hold is journalled", () -> !house.inRecords().holds().isEmpty());
    house.records.with(handle ->
        handle.execute("UPDATE place_hold SET places = 7 WHERE place_group_id = ?", GROUP));

    BoardAlarm alarm = alarmAfterTwoLooks(BoardInvariant.NEVER_MORE_THAN_OPEN);
    assertThat(alarm.isRepairable()).isFalse();

    assertThat(truth.decideAlarm().repair(alarm.alarmId(), NADIA))
        .isEqualTo(new DecideResult.NotRepairable());
    assertThat(truth.decideAlarm().acknowledge(alarm.alarmId(), NADIA))
        .isInstanceOf(DecideResult.Decided.class);
    assertThat(truth.decideAlarm().acknowledge(alarm.alarmId(), NADIA))
        .as("said twice")
        .isInstanceOf(DecideResult.Decided.class);
    assertThat(truth.decideAlarm().repair(alarm.alarmId(), NADIA))
        .isInstanceOf(DecideResult.AlreadyDecided.class);
  }

  private Hold promised() {
    Hold hold = house.held(GROUP, 2);
    assertThat(
            house
                .requests
                .confirmHold()
                .run(hold.holdId(), new PlacementId(UUID.randomUUID()), hold.agent()))
        .isInstanceOf(ConfirmResult.Confirmed.class);
    await(
        "the board's journal is written",
        () -> house.count("SELECT count(*) FROM capacity_event WHERE kind = 'CONVERTED'") == 1);
    return hold;
  }

  @Test
  void aPromiseThatItsHoldDoesNotKnowIsFoundAndWrittenOnTheHold() {
    promised();
    allIsWellAgain();
    house.records.with(handle -> handle.execute("DELETE FROM place_hold"));

    BoardAlarm alarm = alarmAfterTwoLooks(BoardInvariant.PLACED_IS_CONVERTED);

    assertThat(alarm.found()).isEqualTo("0");
    assertThat(alarm.expected()).isEqualTo("1");
    assertThat(truth.decideAlarm().repair(alarm.alarmId(), NADIA))
        .isInstanceOf(DecideResult.Decided.class);
    allIsWellAgain();
    assertThat(house.count("SELECT count(*) FROM place_hold WHERE status = 'CONVERTED'"))
        .isEqualTo(1);
  }

  @Test
  void aHoldThatBecameAPromiseNobodyFindsIsForAPersonToLookInto() {
    promised();
    house.records.with(
        handle -> handle.execute("UPDATE placement SET hold_id = ?", UUID.randomUUID()));

    assertThat(truth.checkInvariants().run()).isEmpty();
    assertThat(truth.checkInvariants().run())
        .extracting(Breach::invariant)
        .containsExactly(BoardInvariant.CONVERTED_IS_PLACED, BoardInvariant.PLACED_IS_CONVERTED);

    BoardAlarm alarm =
        truth.readAlarms().run().stream()
            .filter(each -> each.what().equals(BoardInvariant.CONVERTED_IS_PLACED.name()))
            .findFirst()
            .orElseThrow();
    assertThat(alarm.isRepairable()).isFalse();
    assertThat(truth.decideAlarm().repair(alarm.alarmId(), NADIA))
        .isEqualTo(new DecideResult.NotRepairable());
  }

  @Test
  void placesThatAHoldGaveBackTwiceAreFound() {
    promised();
    house.records.with(handle ->
        handle.execute(
            """
            INSERT INTO capacity_event (
              departement, place_group_id, night_of, kind, delta, cause_id, by_whom, at, board_version)
            SELECT departement, place_group_id, night_of, 'EXPIRED', delta, cause_id, by_whom, at, 0
            FROM capacity_event WHERE kind = 'CONVERTED'
            """));

    BoardAlarm alarm = alarmAfterTwoLooks(BoardInvariant.A_HOLD_ENDS_ONCE);

    assertThat(alarm.found()).isEqualTo("2");
    assertThat(alarm.expected()).isEqualTo("1");
  }

  @Test
  void whatWasNotedThenMendedThenBrokenTheSameWayIsNews() {
    tamper("open = 9");
    BoardAlarm noted = alarmAfterTwoLooks(BoardInvariant.OPEN_IS_INSTALLED_LESS_CLOSED);
    truth.decideAlarm().acknowledge(noted.alarmId(), NADIA);
    tamper("open = 4");
    allIsWellAgain();

    tamper("open = 9");
    truth.checkInvariants().run();
    truth.checkInvariants().run();

    assertThat(truth.readAlarms().run())
        .extracting(BoardAlarm::isOpen, BoardAlarm::found)
        .containsExactly(tuple(true, "9"), tuple(false, "9"));
  }

  @Test
  void aGatewayThatStartsDecidesNothingByItsFirstLook() {
    tamper("open = 9");
    BoardAlarm alarm = alarmAfterTwoLooks(BoardInvariant.OPEN_IS_INSTALLED_LESS_CLOSED);

    openAnotherWatch().checkInvariants().run();

    assertThat(truth.readAlarms().run().getFirst().alarmId()).isEqualTo(alarm.alarmId());
    assertThat(truth.readAlarms().run().getFirst().isOpen()).isTrue();
  }

  @Test
  void whatAPersonTookNoteOfIsNoNewsUntilTheFiguresChange() {
    tamper("open = 9");
    BoardAlarm alarm = alarmAfterTwoLooks(BoardInvariant.OPEN_IS_INSTALLED_LESS_CLOSED);
    truth.decideAlarm().acknowledge(alarm.alarmId(), NADIA);

    truth.checkInvariants().run();
    assertThat(truth.readAlarms().run()).extracting(BoardAlarm::isOpen).containsExactly(false);

    tamper("open = 8");
    truth.checkInvariants().run();
    truth.checkInvariants().run();
    assertThat(truth.readAlarms().run())
        .extracting(BoardAlarm::isOpen, BoardAlarm::found)
        .containsExactly(tuple(true, "8"), tuple(false, "9"));
  }

  @Test
  void whatCameTrueByItselfNeedsNobodysDecision() {
    tamper("open = 9");
    BoardAlarm alarm = alarmAfterTwoLooks(BoardInvariant.OPEN_IS_INSTALLED_LESS_CLOSED);
    truth.checkInvariants().run();
    assertThat(truth.readAlarms().run()).as("raised once").hasSize(1);

    tamper("open = 4");
    truth.checkInvariants().run();

    assertThat(truth.readAlarms().run().getFirst())
        .satisfies(now -> assertThat(now.alarmId()).isEqualTo(alarm.alarmId()))
        .satisfies(now -> assertThat(now.decision()).isEqualTo(BoardAlarm.Decision.VANISHED));
  }

  @Test
  void withoutRecordsNothingIsFoundAndNothingIsDecided() {
    house.wire.cut();
    assertThat(truth.checkInvariants().run()).isEmpty();
    assertThat(truth.decideAlarm().acknowledge(1, NADIA)).isEqualTo(new DecideResult.RecordsDown());
    house.wire.mend();
    await(
        "the records answer again",
        () -> truth.decideAlarm().acknowledge(1, NADIA) instanceof DecideResult.NoSuchAlarm);
  }

  @Test
  void theMetricTellsHowManyGroupsAreNotTrue() {
    tamper("open = 9");
    truth.checkInvariants().run();
    truth.checkInvariants().run();
    assertThat(
            meters
                .get("callflow_truth_broken_groups")
                .tag("what", "OPEN_IS_INSTALLED_LESS_CLOSED")
                .gauge()
                .value())
        .isEqualTo(1);
  }
}
