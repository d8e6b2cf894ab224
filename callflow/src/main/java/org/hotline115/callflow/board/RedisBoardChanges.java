package org.hotline115.callflow.board;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.RedisServer;
import org.jspecify.annotations.Nullable;

/** The numbered changes as Redis keeps and tells them. */
final class RedisBoardChanges implements AutoCloseable {

  private static final int PORTION = 1_000;

  private final RedisServer redis;
  private final BoardKeys keys;
  private @Nullable StatefulRedisPubSubConnection<String, String> ear;

  RedisBoardChanges(RedisServer redis, Departement departement) {
    this.redis = redis;
    this.keys = new BoardKeys(departement);
  }

  /** How the board in Redis stands. */
  sealed interface Pulse {

    /** Does not answer, or takes nothing: full, or read-only since another one was promoted. */
    record Away() implements Pulse {}

    /** Emptied, or being rebuilt. */
    record NotBuilt() implements Pulse {}

    record Built(long version, Instant at) implements Pulse {}
  }

  /** Writes as well: a Redis that only answers cannot keep a place. */
  Pulse pulse() {
    try {
      RedisCommands<String, String> now = redis.connection().sync();
      List<String> time = now.time();
      Instant at =
          Instant.ofEpochSecond(
              Long.parseLong(time.getFirst()), 1_000L * Long.parseLong(time.getLast()));
      now.set(keys.pulse(), time.getFirst());
      String version = now.get(keys.version());
      if (version == null || now.exists(keys.built()) == 0) {
        return new Pulse.NotBuilt();
      }
      return new Pulse.Built(Long.parseLong(version), at);
    } catch (RedisException away) {
      return new Pulse.Away();
    }
  }

  /** At most a thousand changes after a version, in order; fewer were kept when the first jumps. */
  List<BoardChange> after(long version) {
    return redis
        .connection()
        .sync()
        .xrange(keys.changes(), Range.create((version + 1) + "-0", "+"), Limit.from(PORTION))
        .stream()
        .map(message -> BoardLine.parse(message.getBody().getOrDefault("c", "")))
        .toList();
  }

  /**
   * Listens from now on and after every reconnect; an empty line means: start again, and a number
   * alone: the board was written anew under it.
   */
  synchronized void listen(Consumer<String> line) {
    if (ear != null) {
      return;
    }
    StatefulRedisPubSubConnection<String, String> connection = redis.listen();
    connection.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, String message) {
            line.accept(message);
          }

          @Override
          public void subscribed(String channel, long count) {
            line.accept("");
          }
        });
    connection.sync().subscribe(keys.changes());
    ear = connection;
  }

  @Override
  public synchronized void close() {
    if (ear != null) {
      ear.close();
      ear = null;
    }
  }
}
