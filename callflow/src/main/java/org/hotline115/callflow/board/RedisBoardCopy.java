package org.hotline115.callflow.board;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hotline115.callflow.store.RedisScript;
import org.hotline115.callflow.store.RedisServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole board read out of Redis and written into it, pipelined in portions so that no other
 * command waits long. While it is being written {@code built} is missing and nobody can hold; it is
 * declared built only in the very Redis that has been there from the first key to the last.
 */
final class RedisBoardCopy {

  private static final Logger log = LoggerFactory.getLogger(RedisBoardCopy.class);

  private static final RedisScript FINISH = RedisPlaceBoard.verb("finish_rebuild.lua");

  /** Longer than any rebuild, short enough to wait for when a gateway died in the middle. */
  private static final long TURN_MS = 30_000;

  private static final int PORTION = 1_000;
  private static final long PORTION_SECONDS_MAX = 5;
  private static final String[] GROUP = BoardLine.GROUP.toArray(String[]::new);
  private static final String[] HOLD = BoardLine.HOLD.toArray(String[]::new);

  private final RedisServer redis;
  private final BoardKeys keys;

  RedisBoardCopy(RedisServer redis, BoardKeys keys) {
    this.redis = redis;
    this.keys = keys;
  }

  /**
   * The version is read first: a change that happens meanwhile may already be in its group and
   * comes once more as a change, which each group's own version makes harmless. A board that was
   * emptied or begun anew meanwhile is none: half of it would look like lost groups.
   */
  Optional<BoardPicture> read() {
    RedisCommands<String, String> now = redis.connection().sync();
    String built = now.get(keys.built());
    if (built == null) {
      return Optional.empty();
    }
    String version = now.get(keys.version());
    Instant asOf = Instant.ofEpochSecond(Long.parseLong(now.time().getFirst()));
    List<CapacityState> states = new ArrayList<>();
    readAll(now.smembers(keys.groups()), keys.group(""), GROUP)
        .forEach((id, values) -> states.add(BoardLine.state(id, values)));
    List<Hold> holds = new ArrayList<>();
    readAll(now.zrange(keys.expiry(), 0, -1), keys.hold(""), HOLD)
        .forEach((id, values) -> holds.add(BoardLine.hold(id, values)));
    holds.removeIf(hold -> hold.status() != HoldStatus.ACTIVE);
    if (version == null || !built.equals(now.get(keys.built()))) {
      return Optional.empty();
    }
    return Optional.of(new BoardPicture(Long.parseLong(version), asOf, states, holds));
  }

  private Map<String, List<String>> readAll(
      Collection<String> ids, String keyPrefix, String[] fields) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (List<String> portion : portions(List.copyOf(ids))) {
      RedisAsyncCommands<String, String> later = redis.connection().async();
      Map<String, RedisFuture<List<KeyValue<String, String>>>> asked = new LinkedHashMap<>();
      portion.forEach(id -> asked.put(id, later.hmget(keyPrefix + id, fields)));
      await(asked.values());
      asked.forEach((id, future) -> {
        List<KeyValue<String, String>> values = future.toCompletableFuture().join();
        if (values.getFirst().hasValue()) {
          found.put(id, values.stream().map(value -> value.getValueOrElse("")).toList());
        }
      });
    }
    return found;
  }

  /** False when another gateway is writing it at this moment, or Redis was emptied meanwhile. */
  boolean write(Supplier<BoardPicture> remembered) {
    RedisCommands<String, String> now = redis.connection().sync();
    String turn = UUID.randomUUID().toString();
    if (now.set(keys.rebuilding(), turn, SetArgs.Builder.nx().px(TURN_MS)) == null) {
      return false;
    }
    boolean built = false;
    try {
      now.unlink(keys.built());
      BoardPicture picture = remembered.get();
      forget(now);
      write(now, picture);
      built = finish(turn, picture.version());
    } finally {
      if (!built) {
        giveBack(turn);
      }
    }
    return built;
  }

  private void write(RedisCommands<String, String> now, BoardPicture picture) {
    for (List<CapacityState> portion : portions(picture.states())) {
      await(portion.stream().map(state -> later().hset(groupKey(state), fields(state))).toList());
      now.sadd(
          keys.groups(),
          portion.stream().map(s -> s.placeGroupId().value()).toArray(String[]::new));
    }
    for (List<Hold> portion : portions(picture.holds())) {
      await(portion.stream().map(hold -> later().hset(holdKey(hold), fields(hold))).toList());
      await(
          portion.stream()
              .map(hold ->
                  later()
                      .zadd(
                          keys.expiry(),
                          (double) hold.expiresAt().toEpochMilli(),
                          hold.holdId().toString()))
              .toList());
    }
  }

  private boolean finish(String turn, long version) {
    List<Object> answer =
        FINISH.run(
            redis.connection(), keys.fixed(), keys.prefix(), turn, Long.toString(version), turn);
    return answer.getFirst().equals("Built");
  }

  /** A turn that failed is the next one's at once; of a Redis that is away, after its time. */
  private void giveBack(String turn) {
    try {
      FINISH.run(redis.connection(), keys.fixed(), keys.prefix(), turn, "", "");
    } catch (RedisException away) {
      log.atInfo().log("The turn to write the board anew ends by its own time");
    }
  }

  private void forget(RedisCommands<String, String> now) {
    ScanCursor at = ScanCursor.INITIAL;
    do {
      KeyScanCursor<String> page =
          now.scan(at, ScanArgs.Builder.matches(keys.prefix() + "*").limit(PORTION));
      String[] old =
          page.getKeys().stream()
              .filter(key -> !key.equals(keys.rebuilding()))
              .toArray(String[]::new);
      if (old.length > 0) {
        now.unlink(old);
      }
      at = page;
    } while (!at.isFinished());
  }

  private RedisAsyncCommands<String, String> later() {
    return redis.connection().async();
  }

  private String groupKey(CapacityState state) {
    return keys.group(state.placeGroupId().value());
  }

  private static Map<String, String> fields(CapacityState state) {
    List<String> figures = BoardLine.figures(state);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("night", figures.get(0));
    fields.put("open", figures.get(1));
    fields.put("occupied", figures.get(2));
    fields.put("promised", figures.get(3));
    fields.put("held", Integer.toString(state.held()));
    fields.put("told_at", figures.get(4));
    fields.put("told_by", figures.get(5));
    fields.put("source", figures.get(6));
    fields.put("record", figures.get(7));
    fields.put("version", Long.toString(state.version()));
    return fields;
  }

  private String holdKey(Hold hold) {
    return keys.hold(hold.holdId().toString());
  }

  private static Map<String, String> fields(Hold hold) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("group", hold.placeGroupId().value());
    fields.put("night", hold.nightOf().toString());
    fields.put("places", Integer.toString(hold.places()));
    fields.put("agent", hold.agent().value());
    fields.put("call", hold.callId() == null ? "" : hold.callId().linkedid());
    fields.put("contact", hold.contactId().toString());
    fields.put("status", hold.status().name());
    fields.put("created", BoardLine.millis(hold.createdAt()));
    fields.put("expires", BoardLine.millis(hold.expiresAt()));
    fields.put("offered", BoardLine.millis(hold.offeredAt()));
    fields.put("pinned", "");
    return fields;
  }

  private static void await(Collection<? extends RedisFuture<?>> futures) {
    if (!LettuceFutures.awaitAll(
        PORTION_SECONDS_MAX, TimeUnit.SECONDS, futures.toArray(RedisFuture[]::new))) {
      throw new io.lettuce.core.RedisCommandTimeoutException("the board was not copied in time");
    }
  }

  private static <T> List<List<T>> portions(List<T> all) {
    List<List<T>> portions = new ArrayList<>();
    for (int at = 0; at < all.size(); at += PORTION) {
      portions.add(all.subList(at, Math.min(all.size(), at + PORTION)));
    }
    return portions;
  }
}
