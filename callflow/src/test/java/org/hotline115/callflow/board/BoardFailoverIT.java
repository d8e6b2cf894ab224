package org.hotline115.callflow.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.await;
import static org.hotline115.callflow.board.BoardSamples.CLAIRE;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmResult;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.callflow.store.TestPostgres;
import org.hotline115.callflow.store.TestWire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two real clusters, one following the other without being waited for; the first one goes. */
class BoardFailoverIT {

  private static final Logger log = LoggerFactory.getLogger(BoardFailoverIT.class);

  private static final String GROUP = "group-00000";

  /** The pool looks for a lost server every five seconds at the latest; then five as always. */
  private static final Duration BACK = Duration.ofSeconds(10);

  private TestPostgres old;
  private TestWire replication;
  private TestPostgres next;
  private BoardHouse house;

  @BeforeEach
  void openTheHouse() {
    old = TestPostgres.primary();
    replication = TestWire.to(TestPostgres.settings(old));
    next = old.standby(replication);
    house =
        new BoardHouse(
            BoardHouse.Servers.with(TestPostgres.settings(old, next)),
            PlaceSamples.groups(3, 40),
            PlaceBoard.HoldTimes.DEFAULT,
            InstantSource.system());
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
    replication.close();
    old.close();
    next.close();
  }

  private ConfirmResult confirm(Hold hold) {
    return house
        .requests
        .confirmHold()
        .run(hold.holdId(), new PlacementId(UUID.randomUUID()), CLAIRE);
  }

  private void promised(int places) {
    Hold hold = house.held(GROUP, places);
    assertThat(confirm(hold)).isInstanceOf(ConfirmResult.Confirmed.class);
  }

  private void promisedSoon(int places) {
    Hold hold = house.held(GROUP, places);
    PlacementId placement = new PlacementId(UUID.randomUUID());
    await(
        "it is promised",
        BACK,
        () ->
            house.requests.confirmHold().run(hold.holdId(), placement, CLAIRE)
                instanceof ConfirmResult.Confirmed);
  }

  private void awaitAgreement() {
    await("both agree", BACK, this::bothAgree);
  }

  /** The test's own eyes on the records leave the old primary as late as the gateway does. */
  private boolean bothAgree() {
    try {
      return house.isUp() && house.onBoard().equals(house.inRecords());
    } catch (RecordsAway away) {
      return false;
    }
  }

  private static long count(TestPostgres server, String sql) throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getLong(1);
    }
  }

  private void awaitTheCopyOf(int placements) {
    await(
        "the standby has followed",
        () -> {
          try {
            return count(next, "SELECT count(*) FROM placement") == placements;
          } catch (SQLException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void aPromotedStandbyIsTheTruthAndTheOldPrimaryIsNeverWrittenAgain() throws Exception {
    promised(2);
    awaitTheCopyOf(1);
    replication.freeze();
    promised(3);
    promised(1);

    old.kill();
    Hold meanwhile = house.held(GROUP, 1);
    assertThat(confirm(meanwhile)).isEqualTo(new ConfirmResult.RecordsDown());
    next.promote();

    awaitAgreement();
    long kept = count(next, "SELECT count(*) FROM placement");
    long named =
        count(
            next,
            """
            SELECT count(*) FROM place_hold h
            WHERE status = 'CONVERTED' AND NOT EXISTS (SELECT FROM placement p WHERE p.hold_id = h.hold_id)
            """);
    log.atInfo()
        .addKeyValue("promised", 3)
        .addKeyValue("kept", kept)
        .addKeyValue("namedByTheJournal", named)
        .log("What an asynchronous standby lost");
    assertThat(kept).as("what had been passed on").isEqualTo(1);
    assertThat(named).as("each lost promise has a name").isEqualTo(2);
    assertThat(house.view().groups().getFirst().occupied()).isEqualTo(2);

    old.beReadOnly();
    old.start();
    long before = count(old, "SELECT count(*) FROM placement");
    promisedSoon(4);
    assertThat(
            house
                .board
                .setFreePlaces()
                .run(new PlaceGroupId("group-00001"), 30, "équipe", UpdateSource.WEB))
        .isInstanceOf(TellResult.Told.class);
    awaitAgreement();
    assertThat(count(old, "SELECT count(*) FROM placement")).isEqualTo(before);
    assertThat(count(next, "SELECT sum(promised) FROM capacity_night")).isEqualTo(6);
  }

  @Test
  void aPrimaryThatTurnsReadOnlyIsLeftAtOnce() throws Exception {
    promised(2);
    awaitTheCopyOf(1);
    old.execute("ALTER SYSTEM SET default_transaction_read_only = on");
    old.execute("SELECT pg_reload_conf()");
    next.promote();

    promisedSoon(3);

    awaitAgreement();
    assertThat(count(old, "SELECT count(*) FROM placement")).isEqualTo(1);
    assertThat(count(next, "SELECT sum(promised) FROM capacity_night")).isEqualTo(5);
  }
}
