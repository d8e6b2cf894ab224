package org.hotline115.gateway.bench;

import io.lettuce.core.FlushMode;
import io.lettuce.core.RedisFuture;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.SessionToken;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldRequest;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.board.RedisPlaceBoard;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactChannel;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.gateway.TestGateway;

/** A whole gateway on servers of its own, and so many place groups on its board. */
public final class BoardGround implements AutoCloseable {

  /** The first hundred groups are very large, to hold in. */
  static final int LARGE_GROUPS = 100;

  /** The group after them has as many places, and no more. */
  static final PlaceGroupId SCARCE = new PlaceGroupId("group-" + LARGE_GROUPS);

  static final int SCARCE_PLACES = 100;
  static final AgentId AGENT = new AgentId("claire");
  private static final CallId CALL = new CallId("hotline1-1795455730.1");
  private static final int ROWS_AT_ONCE = 2_000;
  private static final int DEMO_GROUPS_MOST = 200;

  /** Commands in a row to Redis, below what our connection keeps at most. */
  private static final int UNANSWERED_MOST = 10_000;

  public final TestGateway gateway;
  final PlaceBoard direct;
  private final ContactFeature contacts;
  private int groups;
  private int demoGroups = -1;

  public BoardGround(int groups) throws IOException, InterruptedException {
    this.gateway = new TestGateway(Files.createTempDirectory("hotline-bench"));
    this.direct =
        new RedisPlaceBoard(gateway.redis, new Departement("34"), PlaceBoard.HoldTimes.DEFAULT);
    this.contacts =
        new ContactFeature(
            gateway.database,
            new Cipher(List.of("a-cipher-secret-that-is-long-enough-for-tests")),
            gateway.access.audit(),
            InstantSource.system());
    this.demoGroups = shown();
    if (demoGroups > DEMO_GROUPS_MOST) {
      throw new IllegalStateException("the demo has grown to " + demoGroups + " groups");
    }
    growTo(groups);
  }

  /** New groups come with the board written anew; returns when every one is on it. */
  void growTo(int wanted) throws InterruptedException {
    for (int from = groups; from < wanted; from += ROWS_AT_ONCE) {
      insert(from, Math.min(wanted, from + ROWS_AT_ONCE));
    }
    groups = wanted;
    gateway.board.followDirectory().run();
    empty();
    await("the board has " + wanted + " groups", this::isWhole);
    // As the server does by itself within minutes: until then it plans for tables that are empty.
    for (String table : List.of("site", "place_group", "capacity_night")) {
      gateway.database.inLongTransaction(handle -> {
        handle.execute("SET LOCAL statement_timeout = 0");
        return handle.execute("ANALYZE " + table);
      });
    }
  }

  /**
   * In portions: a work in the records that takes seconds is cut. Doors stay open until the night
   * ends: the bench runs at any hour.
   */
  private void insert(int from, int to) {
    gateway.database.inTransaction(handle -> {
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
            'YES', false, '05:59',
            CASE WHEN i < ? THEN 100000000 WHEN i = ? THEN ? ELSE 1 + i % 12 END, 0, NULL, 240
          FROM generate_series(?, ?) i
          """,
          LARGE_GROUPS, LARGE_GROUPS, SCARCE_PLACES, from, to - 1);
    });
  }

  /** All that Redis knew is gone, as after a crash without a file. */
  void empty() {
    gateway.redis.connection().sync().flushall(FlushMode.ASYNC);
  }

  boolean isWhole() {
    return isUp() && shown() == groups + demoGroups;
  }

  boolean isUp() {
    return gateway.board.readBoard().light() == BoardLight.UP;
  }

  private int shown() {
    return gateway.board.readBoard().view(Household.ANYBODY).groups().size();
  }

  static NightOf tonight() {
    return NightOf.at(Instant.now(), TestGateway.PARIS);
  }

  /** A place in one of the large groups, for a contact that nobody opened. */
  HoldRequest wish(long number) {
    return wish(
        new HoldId(UUID.randomUUID()),
        new PlaceGroupId("group-" + number % LARGE_GROUPS),
        new ContactId(new UUID(0, 1)));
  }

  HoldRequest wish(HoldId id, PlaceGroupId group, ContactId contact) {
    return new HoldRequest(id, group, tonight(), 1, AGENT, CALL, contact);
  }

  /** Holds one place more, somewhere, straight in Redis: every open screen is told. */
  public void change(long number) {
    mustHold(direct.hold(wish(number)));
  }

  /** As {@link #change}, in any group that still has a place: the next one where it has none. */
  public void changeAny(long number) {
    PlaceGroupId group = new PlaceGroupId("group-" + number * 7 % groups);
    HoldId id = new HoldId(UUID.randomUUID());
    HoldResult result = direct.hold(wish(id, group, new ContactId(new UUID(0, 1))));
    if (!(result instanceof HoldResult.Held)) {
      change(number);
    }
  }

  /** So many live holds, over the large groups. */
  void hold(int number) throws InterruptedException, ExecutionException {
    Sampled.of(number, 20, this::change);
  }

  /** Each live hold is on record, so that PostgreSQL alone can bring it back. */
  void awaitJournal(int holds) throws InterruptedException {
    await(
        "the journal has " + holds + " holds",
        () ->
            gateway.database.with(handle ->
                handle
                    .createQuery("SELECT count(*) FROM place_hold WHERE status = 'ACTIVE'")
                    .mapTo(Integer.class)
                    .one())
                >= holds);
  }

  /** What Redis itself says it uses. */
  long redisBytes() {
    String info = gateway.redis.connection().sync().info("memory");
    return Long.parseLong(info.replaceAll("(?s).*used_memory:([0-9]+).*", "$1"));
  }

  /**
   * The least a rebuild must do: read each group's and hold's row, and write as many hashes of ten
   * fields into Redis, all in one go.
   */
  double copySeconds() {
    long started = System.nanoTime();
    List<String> ids =
        gateway.database.with(handle ->
            handle
                .createQuery(
                    "SELECT concat(place_group_id, open, occupied, told_at) FROM capacity_night"
                        + " UNION ALL SELECT concat(hold_id, place_group_id, created_at) FROM place_hold")
                .mapTo(String.class)
                .list());
    Map<String, String> fields =
        IntStream.range(0, 10).boxed().collect(Collectors.toMap(i -> "field" + i, i -> "" + i));
    var redis = gateway.redis.connection().async();
    List<RedisFuture<?>> written = new ArrayList<>();
    for (String id : ids) {
      written.add(redis.hset("bare:" + id, fields));
      if (written.size() == UNANSWERED_MOST) {
        written.forEach(one -> one.toCompletableFuture().join());
        written.clear();
      }
    }
    written.forEach(one -> one.toCompletableFuture().join());
    return (System.nanoTime() - started) / 1e9;
  }

  static void mustHold(HoldResult result) {
    if (!(result instanceof HoldResult.Held)) {
      throw new IllegalStateException("it was not held: " + result);
    }
  }

  /** So many people who came to the desk: contacts on record. */
  List<ContactId> contacts(int number) throws InterruptedException, ExecutionException {
    ContactId[] opened = new ContactId[number];
    Sampled.of(
        number,
        4,
        i ->
            opened[i] =
                contacts
                    .openContact()
                    .withoutCall(new ContactId(UUID.randomUUID()), ContactChannel.IN_PERSON, AGENT)
                    .id());
    return List.of(opened);
  }

  /**
   * The cookie of a new colleague's session that needed no password: thousands would take minutes
   * to check.
   */
  String session(String cookieName, AgentId agent) {
    byte[] bytes = new byte[32];
    ThreadLocalRandom.current().nextBytes(bytes);
    SessionToken token =
        new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    gateway.database.inTransaction(handle -> {
      handle.execute(
          """
          INSERT INTO account (agent, display_name, role, password_hash, created_at, changed_at)
          SELECT ?, ?, role, password_hash, created_at, changed_at FROM account WHERE agent = ?
          ON CONFLICT DO NOTHING
          """,
          agent.value(),
          agent.value(),
          AGENT.value());
      return handle.execute(
          "INSERT INTO session VALUES (?, ?, now(), now())", token.hash(), agent.value());
    });
    return cookieName + "=" + token.value();
  }

  static void await(String what, BooleanSupplier isTrue) throws InterruptedException {
    long end = System.nanoTime() + 180_000_000_000L;
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it did not come true that " + what);
      }
      Thread.sleep(5);
    }
  }

  @Override
  public void close() {
    gateway.close();
  }
}
