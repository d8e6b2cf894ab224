package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.await;
import static org.hotline115.callflow.board.BoardSamples.CLAIRE;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmResult;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestPostgres;
import org.junit.jupiter.api.Test;

/** A PostgreSQL that is gone, slow, or locked by somebody: every answer comes within its time. */
class BoardRecordsFaultsIT {

  private static final String GROUP = "group-00000";

  /** Once the fault has ended. */
  private static final Duration BACK = Duration.ofSeconds(5);

  /** Long enough for a pool that rests longer after each failure to be found resting. */
  private static final Duration LONG_AWAY = Duration.ofSeconds(12);

  /** What a person waits for at most, and half a second more for a machine that is busy testing. */
  private static final Duration ANSWER = Duration.ofMillis(3_500);

  private static final int AT_ONCE = 30;

  private static BoardHouse on(BoardHouse.Servers servers) {
    return new BoardHouse(
        servers, PlaceSamples.groups(3, 40), PlaceBoard.HoldTimes.DEFAULT, InstantSource.system());
  }

  private static void awaitAgreement(BoardHouse house) {
    await("both agree", BACK, () -> house.isUp() && house.onBoard().equals(house.inRecords()));
  }

  private static ConfirmResult confirm(BoardHouse house, Hold hold, PlacementId placement) {
    return house.requests.confirmHold().run(hold.holdId(), placement, CLAIRE);
  }

  private static PlacementId placement() {
    return new PlacementId(UUID.randomUUID());
  }

  private static TellResult tell(BoardHouse house, String group) {
    return house
        .board
        .setFreePlaces()
        .run(new PlaceGroupId(group), 30, "équipe de nuit", UpdateSource.WEB);
  }

  private static <T> T inTime(Callable<T> ask) throws Exception {
    long started = System.nanoTime();
    T answer = ask.call();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(ANSWER);
    return answer;
  }

  /** Many at once, each within its time; what they were answered. */
  private static List<TellResult> tellAtOnce(BoardHouse house) throws Exception {
    List<Callable<TellResult>> all = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      String group = "group-0000" + i % 3;
      all.add(() -> inTime(() -> tell(house, group)));
    }
    List<TellResult> answers = new ArrayList<>();
    try (ExecutorService shelters = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<TellResult> answer : shelters.invokeAll(all)) {
        answers.add(answer.get());
      }
    }
    return answers;
  }

  @Test
  void aServerThatDiesStopsPromisesAndNothingElse() throws Exception {
    try (TestPostgres postgres = TestPostgres.primary();
        BoardHouse house = on(BoardHouse.Servers.with(TestPostgres.settings(postgres)))) {
      for (Runnable fault : List.<Runnable>of(postgres::kill, postgres::stopAtOnce)) {
        Hold hold = house.held(GROUP, 2);
        PlacementId placement = placement();
        fault.run();

        assertThat(inTime(() -> confirm(house, hold, placement)))
            .isEqualTo(new ConfirmResult.RecordsDown());
        assertThat(tellAtOnce(house)).containsOnly(new TellResult.RecordsDown());
        Hold meanwhile = house.held(GROUP, 1);
        assertThat(house.isUp()).as("places can still be held").isTrue();

        postgres.start();
        awaitAgreement(house);
        assertThat(house.inRecords().holds()).contains(meanwhile.holdId().toString());
        assertThat(confirm(house, hold, placement)).isInstanceOf(ConfirmResult.Confirmed.class);
      }
      awaitAgreement(house);
      assertThat(house.count("SELECT count(*) FROM placement")).isEqualTo(2);
      assertThat(house.count("SELECT sum(promised) FROM capacity_night")).isEqualTo(4);
    }
  }

  @Test
  void aSlowServerIsGivenThreeSecondsForAllAndTheConnectionsStayFew() throws Exception {
    try (BoardHouse house = on(BoardHouse.Servers.shared())) {
      for (long slowMillis : new long[] {1_000, 3_000}) {
        Hold hold = house.held(GROUP, 2);
        PlacementId placement = placement();
        house.wire.slow(Duration.ofMillis(slowMillis));

        assertThat(inTime(() -> confirm(house, hold, placement)))
            .isEqualTo(new ConfirmResult.RecordsDown());
        assertThat(tellAtOnce(house)).contains(new TellResult.RecordsDown());
        house.held(GROUP, 1);
        assertThat(
                house.count(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"))
            .isLessThanOrEqualTo(2L * house.connections());

        house.wire.mend();
        await(
            "it is promised",
            BACK,
            () -> confirm(house, hold, placement) instanceof ConfirmResult.Confirmed);
        awaitAgreement(house);
      }
      assertThat(house.count("SELECT count(*) FROM placement")).isEqualTo(2);
    }
  }

  @Test
  void aTableThatSomebodyLocksHoldsUpNobodyForLong() throws Exception {
    BoardHouse.Servers servers = BoardHouse.Servers.shared();
    try (BoardHouse house = on(servers);
        Connection somebody = connect(servers.postgres());
        Statement session = somebody.createStatement()) {
      Hold hold = house.held(GROUP, 2);
      PlacementId placement = placement();
      somebody.setAutoCommit(false);
      session.execute("LOCK TABLE capacity_night IN ACCESS EXCLUSIVE MODE");

      assertThat(inTime(() -> confirm(house, hold, placement)))
          .isEqualTo(new ConfirmResult.RecordsDown());
      assertThat(tellAtOnce(house)).containsOnly(new TellResult.RecordsDown());
      house.held(GROUP, 1);

      somebody.rollback();
      await(
          "it is promised",
          BACK,
          () -> confirm(house, hold, placement) instanceof ConfirmResult.Confirmed);
      assertThat(tellAtOnce(house)).allMatch(TellResult.Told.class::isInstance);
      awaitAgreement(house);
    }
  }

  @Test
  void afterALongAbsenceBothAgreeAsSoonAsAfterAShortOne() throws Exception {
    try (BoardHouse house = on(BoardHouse.Servers.shared())) {
      Hold hold = house.held(GROUP, 2);
      house.wire.cut();
      Hold meanwhile = house.held(GROUP, 1);
      Thread.sleep(LONG_AWAY);

      house.wire.mend();

      awaitAgreement(house);
      assertThat(house.inRecords().holds())
          .contains(hold.holdId().toString(), meanwhile.holdId().toString());
    }
  }

  private static Connection connect(Database.Settings settings) throws SQLException {
    return DriverManager.getConnection(
        settings.url(), settings.user(), settings.password().reveal());
  }
}
