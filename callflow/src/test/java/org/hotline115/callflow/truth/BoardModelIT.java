package org.hotline115.callflow.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.PARIS;
import static org.hotline115.callflow.board.BoardHouse.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.BoardHouse;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.board.HoldAnswer;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldPlaces;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.board.TellResult;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.closure.ClosePlaces;
import org.hotline115.callflow.closure.CloseResult;
import org.hotline115.callflow.closure.ClosureFeature;
import org.hotline115.callflow.closure.ClosureId;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.placement.MoveCommand;
import org.hotline115.callflow.placement.MoveResult;
import org.hotline115.callflow.placement.MoveSource;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.placement.PlacementMove;
import org.hotline115.callflow.request.ConfirmResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Thousands of random steps of agents, shelters, coordinators, the clock and misfortune, over two
 * gateways on real servers, against {@link BoardModel}. Repeat a run with -Dhotline.seed, lengthen
 * it with -Dhotline.steps. The seed is fixed so that a build is red only when something is wrong.
 */
class BoardModelIT {

  private static final int GROUPS = 6;
  private static final int INSTALLED = 6;
  private static final int STEPS = Integer.getInteger("hotline.steps", 900);
  private static final int QUIET_EVERY = 60;
  private static final AgentId NADIA = new AgentId("nadia");
  private static final PlaceBoard.HoldTimes LONG =
      new PlaceBoard.HoldTimes(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(4));

  private final List<String> names = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Map<ClosureId, String> closures = new LinkedHashMap<>();
  private volatile Instant now = Instant.EPOCH;
  private Random random;
  private BoardModel model;
  private BoardHouse house;
  private BoardFeature second;
  private ClosureFeature closing;
  private TruthFeature truth;

  /** Each beginning lies some days before a night on which the clocks change. */
  @ParameterizedTest
  @ValueSource(strings = {"2026-10-22T18:00:00Z", "2027-03-25T19:00:00Z"})
  void theBoardDoesWhatTheModelDoes(String beginning) {
    long seed = Long.getLong("hotline.seed", 115);
    System.out.println("seed " + seed + " (repeat with -Dhotline.seed=" + seed + ")");
    random = new Random(seed);
    now = Instant.parse(beginning);
    open();
    try {
      for (int step = 1; step <= STEPS; step++) {
        step();
        if (step % QUIET_EVERY == 0) {
          misfortune(step / QUIET_EVERY);
          quiet(step);
        }
      }
    } finally {
      second.close();
      house.close();
    }
  }

  private void open() {
    for (int i = 0; i < GROUPS; i++) {
      names.add("group-%05d".formatted(i));
    }
    model = new BoardModel(names, INSTALLED);
    house = new BoardHouse(PlaceSamples.groups(GROUPS, INSTALLED), LONG, () -> now);
    second = anotherGateway();
    JdbcAuditTrail audit = new JdbcAuditTrail(house.database);
    closing =
        new ClosureFeature(
            new ClosureFeature.Ground(
                house.database, audit, PlaceSamples.HERAULT, () -> now, PARIS),
            house.board);
    truth =
        new TruthFeature(
            new TruthFeature.Ground(
                house.database, audit, PlaceSamples.HERAULT, PARIS, () -> now, meters));
  }

  private BoardFeature anotherGateway() {
    BoardFeature feature = house.anotherGateway();
    feature.start();
    await("the other gateway is up", () -> feature.readBoard().light() == BoardLight.UP);
    return feature;
  }

  private BoardFeature either() {
    return random.nextBoolean() ? house.board : second;
  }

  private String anyGroup() {
    return names.get(random.nextInt(names.size()));
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6 -> hold();
      case 7, 8, 9, 10 -> confirm();
      case 11, 12, 13 -> release();
      case 14 -> {
        extend();
        move();
      }
      case 15, 16, 17 -> tell();
      case 18 -> {
        close();
        move();
      }
      default -> reopen();
    }
  }

  private void hold() {
    String group = anyGroup();
    int places = 1 + random.nextInt(3);
    AgentId agent = new AgentId("agent-" + random.nextInt(3));
    HoldPlaces.Wish wish = house.wish(group, places, agent, null);
    HoldResult result = either().holdPlaces().run(wish);
    assertThat(result instanceof HoldResult.Held).isEqualTo(model.canHold(group, places));
    if (result instanceof HoldResult.Held) {
      assertThat(either().holdPlaces().run(wish))
          .as("asked twice")
          .isInstanceOf(HoldResult.Held.class);
      model.hold(wish.holdId(), new BoardModel.Held(group, places, agent.value()));
    }
  }

  private HoldId anyHold() {
    List<HoldId> all = List.copyOf(model.holds().keySet());
    return all.isEmpty() ? new HoldId(UUID.randomUUID()) : all.get(random.nextInt(all.size()));
  }

  private AgentId agentOf(HoldId hold) {
    BoardModel.Held held = model.holds().get(hold);
    return new AgentId(held == null ? "agent-0" : held.agent());
  }

  private void confirm() {
    HoldId hold = anyHold();
    AgentId agent = agentOf(hold);
    PlacementId placement = new PlacementId(UUID.randomUUID());
    ConfirmResult result = house.requests.confirmHold().run(hold, placement, agent);
    assertThat(result instanceof ConfirmResult.Confirmed)
        .as("%s", result)
        .isEqualTo(model.holds().containsKey(hold));
    if (result instanceof ConfirmResult.Confirmed) {
      assertThat(house.requests.confirmHold().run(hold, placement, agent))
          .as("asked twice")
          .isInstanceOf(ConfirmResult.Confirmed.class);
      model.promise(hold, placement.value());
    }
  }

  private void release() {
    HoldId hold = anyHold();
    HoldAnswer answer = either().releaseHold().run(hold, agentOf(hold), Role.LISTENER);
    assertThat(answer instanceof HoldAnswer.Ended).isEqualTo(model.holds().containsKey(hold));
    model.end(hold);
  }

  private void extend() {
    HoldId hold = anyHold();
    assertThat(either().extendHold().run(hold, agentOf(hold)) instanceof HoldAnswer.StillHeld)
        .isEqualTo(model.holds().containsKey(hold));
  }

  /** They came, they did not, they came after all, the tick was a mistake. */
  private void move() {
    List<UUID> tonights = model.tonights();
    if (tonights.isEmpty()) {
      return;
    }
    UUID placement = tonights.get(random.nextInt(tonights.size()));
    PlacementMove move =
        List.of(
                new PlacementMove.Arrived(),
                new PlacementMove.DidNotCome(),
                new PlacementMove.TakenBack())
            .get(random.nextInt(3));
    MoveCommand command =
        new MoveCommand(
            UUID.randomUUID(), new PlacementId(placement), move, MoveSource.SITE, "veilleur");
    boolean moved = model.mayMove(placement, move) && model.move(placement, move);
    for (int time = 1; time <= 2; time++) {
      MoveResult result = house.placements.movePlacement().run(command);
      assertThat(result instanceof MoveResult.Moved)
          .as("%s, said for time %d: %s", move, time, result)
          .isEqualTo(moved);
    }
  }

  private void tell() {
    String group = anyGroup();
    int free = random.nextInt(INSTALLED + 1);
    TellResult result =
        either().setFreePlaces().run(new PlaceGroupId(group), free, "veilleur", UpdateSource.SMS);
    assertThat(result instanceof TellResult.Told)
        .as("%d free in %s: %s", free, group, result)
        .isEqualTo(model.tell(group, free));
  }

  private void close() {
    String group = anyGroup();
    ClosureId id = new ClosureId(UUID.randomUUID());
    CloseResult result =
        closing
            .closePlaces()
            .run(
                new ClosePlaces.Wish(
                    id, new PlaceGroupId(group), 1, ClosureReason.WORKS, null, null, null, ""),
                NADIA);
    assertThat(result instanceof CloseResult.Closed)
        .as("%s", result)
        .isEqualTo(model.canClose(group, 1));
    if (result instanceof CloseResult.Closed) {
      closures.put(id, group);
      model.close(group, 1);
    }
  }

  private void reopen() {
    if (closures.isEmpty()) {
      return;
    }
    ClosureId id = closures.keySet().iterator().next();
    closing.reopenPlaces().run(id, NADIA);
    model.reopen(closures.remove(id), 1);
  }

  /** What a night may bring, one at each quiet point. */
  private void misfortune(int round) {
    switch (random.nextInt(6)) {
      case 0 -> {
        journalIsWritten();
        house.redis.connection().sync().flushall();
      }
      case 1 -> {
        second.close();
        second = anotherGateway();
      }
      case 2 -> recordsAway();
      case 3 -> aHoldRunsOut();
      case 4 -> {
        house.redisProcess.signal("STOP");
        await("the board is down", () -> !house.isUp());
        house.redisProcess.signal("CONT");
      }
      default -> {
        now = now.plus(Duration.ofHours(24));
        model.nextNight();
        NightOf tonight = NightOf.at(now, PARIS);
        await("night " + round + " has begun", () -> house.view().nightOf().equals(tonight));
      }
    }
  }

  private void journalIsWritten() {
    await("the journal is written", () -> house.inRecords().holds().equals(heldIds()));
  }

  private List<String> heldIds() {
    return model.holds().keySet().stream().map(HoldId::toString).sorted().toList();
  }

  private void recordsAway() {
    HoldId hold = anyHold();
    boolean living = model.holds().containsKey(hold);
    PlacementId placement = new PlacementId(UUID.randomUUID());
    house.wire.cut();
    assertThat(house.requests.confirmHold().run(hold, placement, agentOf(hold)))
        .as("nothing is promised without records")
        .isNotInstanceOf(ConfirmResult.Confirmed.class);
    house.wire.mend();
    AgentId agent = agentOf(hold);
    await(
        "the records answer again",
        () ->
            !(house.requests.confirmHold().run(hold, placement, agent)
                instanceof ConfirmResult.RecordsDown));
    if (living) {
      model.promise(hold, placement.value());
    }
  }

  /** As if its hour had passed: on Redis's clock, which nobody can move. */
  private void aHoldRunsOut() {
    HoldId hold = anyHold();
    if (model.holds().containsKey(hold)) {
      String key = "board:{34}:hold:" + hold;
      var redis = house.redis.connection().sync();
      redis.hset(key, "expires", "1");
      redis.zadd("board:{34}:expiry", 1, hold.toString());
      model.end(hold);
    }
  }

  private void quiet(int step) {
    await(
        "step " + step + ": board, records and model agree\n" + model.figures(),
        Duration.ofSeconds(20),
        () ->
            house.isUp()
                && second.readBoard().light() == BoardLight.UP
                && withoutRecord(house.onBoard()).equals(model.figures())
                && house.onBoard().equals(house.inRecords())
                && house.onBoard().holds().equals(heldIds()));
    assertThat(house.count("SELECT count(*) FROM placement")).isEqualTo(model.placements().size());
    truth.checkInvariants().run();
    assertThat(truth.checkInvariants().run()).isEmpty();
  }

  private static Map<String, String> withoutRecord(BoardHouse.Truth truth) {
    Map<String, String> figures = new TreeMap<>(truth.groups());
    figures.replaceAll((group, text) -> text.replaceAll(" record .*", ""));
    return figures;
  }
}
