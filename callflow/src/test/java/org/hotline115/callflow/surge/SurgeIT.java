package org.hotline115.callflow.surge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.PARIS;
import static org.hotline115.callflow.board.BoardHouse.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardHouse;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cold night: a gymnasium opens by decision, and closes without sending anybody away. */
class SurgeIT {

  private static final AgentId NADIA = new AgentId("nadia");
  private static final AgentId CLAIRE = new AgentId("claire");
  private static final PlaceGroupId GYM = new PlaceGroupId("group-00000");
  private static final PlaceGroupId WARD = new PlaceGroupId("group-00001");
  private static final int INSTALLED = 6;

  private BoardHouse house;
  private SurgeFeature surge;
  private Duration ahead = Duration.ZERO;

  @BeforeEach
  void openTheHouse() {
    house = new BoardHouse(PlaceSamples.groups(2, INSTALLED), PlaceBoard.HoldTimes.DEFAULT);
    house.records.with(handle ->
        handle.execute(
            "UPDATE place_group SET availability = 'OVERFLOW' WHERE place_group_id = ?",
            GYM.value()));
    house.records.with(handle ->
        handle.execute(
            "UPDATE capacity_night SET open = 0, record = record + 1 WHERE place_group_id = ?",
            GYM.value()));
    surge =
        new SurgeFeature(
            new SurgeFeature.Ground(
                house.database,
                new JdbcAuditTrail(house.database),
                PlaceSamples.HERAULT,
                () -> Instant.now().plus(ahead),
                PARIS),
            house.board);
    await("the gymnasium is shut", () -> gym().open() == 0);
  }

  @AfterEach
  void closeTheHouse() {
    house.close();
  }

  private GroupView gym() {
    return house.board.readBoard().group(GYM, Household.ANYBODY).orElseThrow();
  }

  private static DecidePlan.Wish wish(Instant from, Instant to, PlaceGroupId... groups) {
    return new DecidePlan.Wish(
        new PlanId(UUID.randomUUID()),
        "Grand froid",
        SurgePlan.Kind.COLD_SPELL,
        2,
        from,
        to,
        List.of(groups),
        "Arrêté préfectoral du 26 novembre");
  }

  private static SurgePlan plan(PlanResult result) {
    return ((PlanResult.Noted) result).plan();
  }

  @Test
  void aDecisionOpensTemporaryGroupsAndAnotherOneClosesThem() {
    DecidePlan.Wish wish = wish(null, null, GYM);

    SurgePlan open = plan(surge.decidePlan().run(wish, NADIA));

    assertThat(open.status()).isEqualTo(SurgePlan.Status.OPEN);
    assertThat(gym().free()).isEqualTo(INSTALLED);
    assertThat(house.hold(GYM.value(), 1, CLAIRE, null)).isInstanceOf(HoldResult.Held.class);
    assertThat(plan(surge.decidePlan().run(wish, NADIA))).as("twice is once").isEqualTo(open);

    SurgePlan closed = plan(surge.endPlan().run(open.planId(), "Fin du froid", CLAIRE));

    assertThat(closed.status()).isEqualTo(SurgePlan.Status.CLOSED);
    assertThat(gym().open()).isZero();
    assertThat(house.board.readBoard().holds()).as("what was held is taken back").isEmpty();
    assertThat(closed.decisions())
        .extracting(SurgePlan.Decision::what)
        .containsExactly(SurgePlan.What.DECIDED, SurgePlan.What.OPENED, SurgePlan.What.CLOSED);
    assertThat(closed.decisions().getLast().words()).isEqualTo("Fin du froid");
    assertThat(closed.decisions().getLast().by()).isEqualTo(CLAIRE);
    assertThat(plan(surge.endPlan().run(open.planId(), "encore", NADIA))).isEqualTo(closed);
    assertThat(house.count("SELECT count(*) FROM audit_event WHERE object_type = 'SURGE_PLAN'"))
        .isEqualTo(2);
    await("board and records agree", () -> house.onBoard().equals(house.inRecords()));
  }

  @Test
  void closingSendsNobodyAwayAndTheGroupClosesWithTheLast() {
    SurgePlan open = plan(surge.decidePlan().run(wish(null, null, GYM), NADIA));
    house.board.setFreePlaces().run(GYM, INSTALLED - 3, "veilleur", UpdateSource.WEB);

    SurgePlan closed = plan(surge.endPlan().run(open.planId(), "Fin", NADIA));

    assertThat(closed.inside()).isEqualTo(3);
    assertThat(gym().open()).isEqualTo(3);
    assertThat(gym().free()).isZero();
    house.board.setFreePlaces().run(GYM, 3, "veilleur", UpdateSource.WEB);
    assertThat(gym().open()).as("all have left").isZero();
    await("board and records agree", () -> house.onBoard().equals(house.inRecords()));
  }

  @Test
  void aGroupInTwoPlansStaysOpenWhileOneOfThemIs() {
    SurgePlan first = plan(surge.decidePlan().run(wish(null, null, GYM), NADIA));
    SurgePlan second = plan(surge.decidePlan().run(wish(null, null, GYM), NADIA));

    surge.endPlan().run(second.planId(), "Fin", NADIA);
    assertThat(gym().open()).isEqualTo(INSTALLED);
    surge.endPlan().run(first.planId(), "Fin", NADIA);
    assertThat(gym().open()).isZero();
  }

  @Test
  void aPlanOpensAndClosesAtItsMomentsInOneOfTheGateways() throws Exception {
    Instant now = Instant.now();
    SurgePlan plan =
        plan(
            surge
                .decidePlan()
                .run(
                    wish(now.plus(Duration.ofMinutes(1)), now.plus(Duration.ofMinutes(2)), GYM),
                    NADIA));
    assertThat(plan.status()).isEqualTo(SurgePlan.Status.PLANNED);
    assertThat(gym().open()).isZero();

    ahead = Duration.ofSeconds(61);
    inThreeGateways();
    assertThat(gym().open()).isEqualTo(INSTALLED);
    ahead = Duration.ofSeconds(121);
    inThreeGateways();
    assertThat(gym().open()).isZero();
    assertThat(surge.list().getFirst().decisions()).hasSize(3);
  }

  private void inThreeGateways() throws Exception {
    OpenAndClosePlans job = surge.openAndClosePlans();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<?> one :
          List.of(threads.submit(job::run), threads.submit(job::run), threads.submit(job::run))) {
        one.get();
      }
    }
  }

  @Test
  void aPlanMovesNoOrdinaryGroupAndItsIdIsItsOwn() {
    assertThat(surge.decidePlan().run(wish(null, null, GYM, WARD), NADIA))
        .isEqualTo(new PlanResult.NotTemporary(List.of(WARD)));
    DecidePlan.Wish wish = wish(Instant.now().plus(Duration.ofHours(1)), null, GYM);
    surge.decidePlan().run(wish, NADIA);
    DecidePlan.Wish other =
        new DecidePlan.Wish(
            wish.planId(), "Autre", SurgePlan.Kind.STORM, 1, null, null, List.of(GYM), "x");
    assertThat(surge.decidePlan().run(other, NADIA)).isEqualTo(new PlanResult.OtherPlan());
    assertThat(plan(surge.endPlan().run(wish.planId(), "non", NADIA)).status())
        .isEqualTo(SurgePlan.Status.CANCELLED);
    assertThat(surge.endPlan().run(new PlanId(UUID.randomUUID()), "x", NADIA))
        .isEqualTo(new PlanResult.NoSuchPlan());
  }
}
