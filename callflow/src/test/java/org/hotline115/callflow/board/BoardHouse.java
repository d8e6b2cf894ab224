package org.hotline115.callflow.board;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Ages;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceRows;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.place.Wishes;
import org.hotline115.callflow.placement.PlacementFeature;
import org.hotline115.callflow.request.ContactFacts;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.search.SearchFeature;
import org.hotline115.callflow.search.SearchPlaces;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RedisServer;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.callflow.store.TestWire;
import org.jspecify.annotations.Nullable;

/** The whole board over its own real servers, as one gateway has it. */
public final class BoardHouse implements AutoCloseable {

  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** So that "20:30 tonight" is the same at every hour at which tests run. */
  static final LocalTime ARRIVAL = LocalTime.of(5, 59);

  public final TestRedis redisProcess;
  public final RedisServer redis;
  public final TestWire wire;
  public final Database database;
  public final Database records;
  public final BoardFeature board;
  public final Map<ContactId, ContactFacts> facts = new ConcurrentHashMap<>();
  public final PlacementFeature placements;
  public final RequestFeature requests;
  private final InstantSource clock;
  private final PlaceBoard.HoldTimes times;
  private final int connections;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  /**
   * What a house stands on.
   *
   * @param postgres of an empty database
   * @param wire the gateway's way to PostgreSQL
   * @param redisWire the gateway's way to Redis
   */
  public record Servers(
      Database.Settings postgres,
      @Nullable TestWire wire,
      TestRedis redis,
      @Nullable TestWire redisWire) {

    static Servers shared() {
      Database.Settings postgres = TestServers.emptyDatabase();
      return new Servers(postgres, TestWire.to(postgres), TestServers.redis(), null);
    }

    static Servers with(Database.Settings postgres) {
      return new Servers(postgres, null, TestServers.redis(), null);
    }

    Database.Settings database() {
      return wire == null ? postgres : wire.through(postgres);
    }

    RedisServer.Settings board() {
      return redisWire == null ? redis.settings() : redisWire.through(redis.settings());
    }
  }

  public BoardHouse(List<PlaceGroup> groups, PlaceBoard.HoldTimes times) {
    this(groups, times, InstantSource.system());
  }

  /** {@code clock} moves the nights; holds run out on Redis's own. */
  public BoardHouse(List<PlaceGroup> groups, PlaceBoard.HoldTimes times, InstantSource clock) {
    this(Servers.shared(), groups, times, clock);
  }

  BoardHouse(
      Servers servers, List<PlaceGroup> groups, PlaceBoard.HoldTimes times, InstantSource clock) {
    this.clock = clock;
    this.times = times;
    this.redisProcess = servers.redis();
    this.redis = new RedisServer(servers.board());
    this.records = new Database(servers.postgres());
    records.migrate();
    PlaceRows.add(records, groups);
    this.wire = servers.wire();
    this.database = new Database(servers.database());
    this.connections = servers.postgres().connections();
    this.board = feature(database, redis, times, meters, clock);
    this.placements =
        new PlacementFeature(
            new PlacementFeature.Ground(
                database,
                new JdbcAuditTrail(database),
                PlaceSamples.HERAULT,
                PARIS,
                clock,
                meters,
                Duration.ofMinutes(30)),
            board);
    this.requests =
        new RequestFeature(
            new RequestFeature.Ground(
                database, new JdbcAuditTrail(database), PlaceSamples.HERAULT, meters, clock, PARIS),
            board,
            placements,
            this::factsOf);
    board.subscribe(requests.followHolds());
    board.start();
    await("the board is up", () -> isUp() && view().groups().size() == groups.size());
  }

  static BoardFeature feature(
      Database database,
      RedisServer redis,
      PlaceBoard.HoldTimes times,
      SimpleMeterRegistry meters,
      InstantSource clock) {
    return new BoardFeature(
        new BoardFeature.Ground(
            database, redis, PlaceSamples.HERAULT, PARIS, clock, meters, times));
  }

  /** A second gateway over the same servers; not started yet, and closed by who asked for it. */
  public BoardFeature anotherGateway() {
    return feature(database, redis, times, new SimpleMeterRegistry(), clock);
  }

  /** What the form of a contact says; a woman and her child when a test says nothing. */
  public Optional<ContactFacts> factsOf(ContactId contact) {
    return Optional.of(
        facts.computeIfAbsent(
            contact,
            id ->
                new ContactFacts(
                    id,
                    null,
                    null,
                    new Household(
                        2,
                        HouseholdType.WOMAN_WITH_CHILD,
                        Pets.NONE,
                        new Ages(1, 1, null, null),
                        Wishes.NONE),
                    "34172",
                    Set.of())));
  }

  /** The most that this gateway opens to PostgreSQL. */
  int connections() {
    return connections;
  }

  public BoardView view() {
    return board.readBoard().view(Household.ANYBODY);
  }

  public boolean isUp() {
    return board.readBoard().light() == BoardLight.UP;
  }

  public HoldPlaces.Wish wish(String group, int places, AgentId agent, @Nullable CallId call) {
    return new HoldPlaces.Wish(
        new HoldId(UUID.randomUUID()),
        new PlaceGroupId(group),
        places,
        agent,
        call,
        new ContactId(UUID.randomUUID()));
  }

  public HoldResult hold(String group, int places, AgentId agent, @Nullable CallId call) {
    return board.holdPlaces().run(wish(group, places, agent, call));
  }

  public Hold held(String group, int places) {
    return ((HoldResult.Held) hold(group, places, BoardSamples.CLAIRE, null)).hold();
  }

  /** What Redis shows and PostgreSQL records, in one form to compare. */
  public record Truth(Map<String, String> groups, List<String> holds) {}

  public Truth onBoard() {
    return freshBoard().picture().map(BoardHouse::truth).orElse(new Truth(Map.of(), List.of()));
  }

  private static Truth truth(BoardPicture picture) {
    return new Truth(
        picture.states().stream()
            .collect(Collectors.toMap(s -> s.placeGroupId().value(), BoardHouse::text)),
        picture.holds().stream().map(hold -> hold.holdId().toString()).sorted().toList());
  }

  public Truth inRecords() {
    NightOf night = NightOf.at(clock.instant(), PARIS);
    List<Hold> holds = new JdbcHoldJournal(records, PlaceSamples.HERAULT).activeHolds(night);
    Map<PlaceGroupId, Integer> held =
        holds.stream()
            .collect(
                Collectors.groupingBy(Hold::placeGroupId, Collectors.summingInt(Hold::places)));
    return new Truth(
        new JdbcBoardRecords(records, PlaceSamples.HERAULT)
            .figures(night, clock.instant()).stream()
                .collect(
                    Collectors.toMap(
                        s -> s.placeGroupId().value(),
                        s -> text(s, held.getOrDefault(s.placeGroupId(), 0)))),
        holds.stream().map(hold -> hold.holdId().toString()).sorted().toList());
  }

  /** Searching this board. */
  public SearchPlaces search(Communes communes) {
    return new SearchFeature(new SearchFeature.Ground(database, communes, clock, PARIS), board)
        .searchPlaces();
  }

  private RedisPlaceBoard freshBoard() {
    return new RedisPlaceBoard(redis, PlaceSamples.HERAULT, PlaceBoard.HoldTimes.DEFAULT);
  }

  private static String text(CapacityState state) {
    return text(state, state.held());
  }

  private static String text(CapacityState state, int held) {
    return "open %d occupied %d promised %d held %d record %d"
        .formatted(state.open(), state.occupied(), state.promised(), held, state.record());
  }

  public long count(String sql) {
    return records.with(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  public static void await(String what, Supplier<Boolean> isTrue) {
    await(what, Duration.ofSeconds(15), isTrue);
  }

  /** Waits for something that must come true by itself. */
  public static void await(String what, Duration most, Supplier<Boolean> isTrue) {
    long end = System.nanoTime() + most.toNanos();
    while (!isTrue.get()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("within " + most + " it did not come true that " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    board.close();
    requests.close();
    database.close();
    if (wire != null) {
      wire.close();
    }
    records.close();
    redis.close();
    redisProcess.close();
  }
}
