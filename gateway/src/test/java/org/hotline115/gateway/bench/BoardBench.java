package org.hotline115.gateway.bench;

import io.lettuce.core.FlushMode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldPlaces;
import org.hotline115.callflow.board.HoldRequest;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.board.RedisPlaceBoard;
import org.hotline115.callflow.board.SearchPlaces;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RedisServer;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;

/**
 * The board on servers of its own: holds against redis-benchmark with the very same script, races,
 * searches among 50,000 place groups, and how long an emptied Redis takes to be whole again.
 */
public final class BoardBench {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Departement HERAULT = new Departement("34");
  private static final int GROUPS_OF_A_DEPARTEMENT = 500;
  private static final int GROUPS = 50_000;
  private static final int LIVE_HOLDS = 5_000;
  private static final int THREADS = 50;
  private static final int SECONDS = Integer.getInteger("hotline.bench.seconds", 5);
  private static final AgentId AGENT = new AgentId("claire");
  private static final CallId CALL = new CallId("hotline1-1795455730.1");

  private final BenchLine line;
  private final TestRedis redisProcess = TestServers.redis();
  private final RedisServer redis = redisProcess.connect();
  private final Database database = TestServers.database();
  private final PlaceBoard direct =
      new RedisPlaceBoard(redis, HERAULT, PlaceBoard.HoldTimes.DEFAULT);

  private BoardBench(BenchLine line) {
    this.line = line;
  }

  public static void main(String[] arguments) throws Exception {
    BoardBench bench = new BoardBench(new BenchLine("board", arguments));
    try {
      bench.run();
    } finally {
      bench.database.close();
      bench.redis.close();
      bench.redisProcess.close();
    }
    System.exit(0); // the embedded PostgreSQL ends with the JVM
  }

  private void run() throws Exception {
    addGroups(0, GROUPS_OF_A_DEPARTEMENT);
    try (BoardFeature board = feature()) {
      board.start();
      await("the board is up", () -> isWhole(board, GROUPS_OF_A_DEPARTEMENT));
      double limit = limit();
      holds(board, limit);
      contenders();
    }
    addGroups(GROUPS_OF_A_DEPARTEMENT, GROUPS);
    database.with(handle -> handle.execute("TRUNCATE place_hold"));
    redis.connection().sync().flushall(FlushMode.ASYNC);
    try (BoardFeature board = feature()) {
      board.start();
      await("the large board is up", () -> isWhole(board, GROUPS));
      search(board.searchPlaces(Communes.NONE));
      rebuild(board);
      memory();
    }
  }

  /** The first hundred are very large, to hold in; the others are as a département has them. */
  private void addGroups(int from, int to) {
    database.inTransaction(handle -> {
      handle.execute("SET LOCAL statement_timeout = 0");
      handle.execute(
          """
          INSERT INTO site
          SELECT 'site-' || i, 'Organisation', 'Site ' || i, 'Montpellier', '34172', '1 rue', false, ''
          FROM generate_series(?, ?) i
          """,
          from,
          to - 1);
      return handle.execute(
          """
          INSERT INTO place_group
          SELECT 'group-' || i, 'site-' || i, '34', 'Places ' || i, 'CHU',
            (ARRAY['MIXED', 'WOMEN', 'MEN'])[1 + i % 3], '{}', (ARRAY['NONE', 'DOG'])[1 + i % 2],
            'YES', false, '20:30', CASE WHEN i < 100 THEN 100000000 WHEN i = 100 THEN 100 ELSE 1 + i % 12 END, 0, NULL, 240
          FROM generate_series(?, ?) i
          """,
          from, to - 1);
    });
  }

  private BoardFeature feature() {
    return new BoardFeature(
        new BoardFeature.Ground(
            database,
            redis,
            HERAULT,
            PARIS,
            InstantSource.system(),
            new SimpleMeterRegistry(),
            PlaceBoard.HoldTimes.DEFAULT));
  }

  private static boolean isWhole(BoardFeature board, int groups) {
    return board.readBoard().light() == BoardLight.UP
        && board.readBoard().view(Household.ANYBODY).groups().size() == groups;
  }

  /** What the server can do with this script, whoever asks. */
  private double limit() throws IOException {
    direct.hold(request(0));
    List<String> command =
        new ArrayList<>(
            List.of("redis-benchmark", "-p", Integer.toString(redisProcess.port()), "--csv"));
    command.addAll(List.of("-n", "60000", "-c", Integer.toString(THREADS), "-r", "1000000000"));
    String prefix = "board:{34}:";
    command.addAll(List.of("EVALSHA", RedisPlaceBoard.holdScript().digest(), "5"));
    for (String key : List.of("built", "version", "changes", "expiry", "groups")) {
      command.add(prefix + key);
    }
    command.addAll(
        List.of(
            prefix,
            "group-1",
            "00000000-0000-7000-8000-__rand_int__",
            tonight().toString(),
            "1",
            AGENT.value(),
            CALL.linkedid(),
            new UUID(0, 1).toString(),
            "600000"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    String[] lines = output.strip().split("\n");
    String[] values = lines[lines.length - 1].split("\",\"");
    if (values.length < 2) {
      throw new IllegalStateException("redis-benchmark said " + output);
    }
    return Double.parseDouble(values[1].replace("\"", ""));
  }

  private static NightOf tonight() {
    return NightOf.at(Instant.now(), PARIS);
  }

  private static HoldRequest request(long number) {
    return new HoldRequest(
        new HoldId(UUID.randomUUID()),
        new PlaceGroupId("group-" + number % 100),
        tonight(),
        1,
        AGENT,
        CALL,
        new ContactId(new UUID(0, 1)));
  }

  private void holds(BoardFeature board, double limit) throws Exception {
    perSecond(number -> direct.hold(request(number)), 2);
    double script = perSecond(number -> direct.hold(request(number)), SECONDS);
    double limitAfter = limit();
    line.against("hold_script_per_s", script, "1/s", Math.max(limit, limitAfter));
    HoldPlaces holding = board.holdPlaces();
    double whole =
        perSecond(
            number ->
                holding.run(
                    new HoldPlaces.Wish(
                        new HoldId(UUID.randomUUID()),
                        new PlaceGroupId("group-" + number % 100),
                        1,
                        AGENT,
                        CALL,
                        new ContactId(new UUID(0, 1)))),
            SECONDS);
    line.against("hold_java_per_s", whole, "1/s", Math.max(limit, limitAfter));
    try (HoldsOverHttp http = new HoldsOverHttp(database, board, PARIS)) {
      http.hold(2);
      HoldsOverHttp.Measured measured = http.hold(SECONDS);
      line.against("hold_http_per_s", measured.perSecond(), "1/s", Math.max(limit, limitAfter));
      line.measured("hold_http_p99_ms", measured.p99Millis(), "ms");
    }
  }

  private interface Holding {
    HoldResult run(long number);
  }

  private static double perSecond(Holding holding, int seconds) throws Exception {
    AtomicLong number = new AtomicLong();
    AtomicLong held = new AtomicLong();
    long started = System.nanoTime();
    long end = started + seconds * 1_000_000_000L;
    inParallel(
        THREADS,
        () -> {
          while (System.nanoTime() < end) {
            if (holding.run(number.incrementAndGet()) instanceof HoldResult.Held) {
              held.incrementAndGet();
            }
          }
          return 0;
        });
    if (held.get() < number.get()) {
      throw new IllegalStateException("not every hold was held: " + held + " of " + number);
    }
    return held.get() * 1e9 / (System.nanoTime() - started);
  }

  private void contenders() throws Exception {
    PlaceGroupId scarce = new PlaceGroupId("group-100");
    NightOf night = tonight();
    long started = System.nanoTime();
    List<HoldResult> results =
        inParallel(
            5_000,
            () ->
                direct.hold(
                    new HoldRequest(
                        new HoldId(UUID.randomUUID()),
                        scarce,
                        night,
                        1,
                        AGENT,
                        CALL,
                        new ContactId(new UUID(0, 1)))));
    double millis = (System.nanoTime() - started) / 1e6;
    long winners = results.stream().filter(result -> result instanceof HoldResult.Held).count();
    line.against("contenders_winners", winners, "", 100);
    line.measured("contenders_ms", millis, "ms");
  }

  private void search(SearchPlaces search) {
    Household family = new Household(4, HouseholdType.WOMAN_WITH_CHILD, Pets.DOG);
    for (int i = 0; i < 200; i++) {
      search.run(family, 50);
    }
    double[] millis = new double[1_000];
    for (int i = 0; i < millis.length; i++) {
      long started = System.nanoTime();
      if (search.run(family, 50).fits().size() != 50) {
        throw new IllegalStateException("the search found too little");
      }
      millis[i] = (System.nanoTime() - started) / 1e6;
    }
    Arrays.sort(millis);
    line.measured("search_store_p50_ms", millis[500], "ms");
    line.measured("search_store_p99_ms", millis[990], "ms");
  }

  private void rebuild(BoardFeature board) throws Exception {
    int live = 0;
    while (live < LIVE_HOLDS) {
      live += direct.hold(request(live)) instanceof HoldResult.Held ? 1 : 0;
    }
    Thread.sleep(3_000);
    long started = System.nanoTime();
    redis.connection().sync().flushall(FlushMode.ASYNC);
    await("the board is down", () -> board.readBoard().light() == BoardLight.DOWN);
    await("the board is up", () -> board.readBoard().light() == BoardLight.UP);
    line.measured("rebuild_s", (System.nanoTime() - started) / 1e9, "s");
    int found = direct.picture().orElseThrow().holds().size();
    line.against("rebuild_holds", found, "", LIVE_HOLDS);
  }

  private void memory() {
    System.gc();
    System.gc();
    line.measured(
        "memory_mb",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
        "MB");
  }

  private static <T> List<T> inParallel(int runners, Callable<T> run) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        all.add(run);
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(all)) {
        results.add(one.get());
      }
      return results;
    }
  }

  private static void await(String what, Supplier<Boolean> isTrue) throws InterruptedException {
    long end = System.nanoTime() + 120_000_000_000L;
    while (!isTrue.get()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it did not come true that " + what);
      }
      Thread.sleep(5);
    }
  }
}
