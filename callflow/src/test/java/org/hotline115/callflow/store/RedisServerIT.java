package org.hotline115.callflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisServerIT {

  @Test
  void aCommandWhileRedisIsAwayIsRefusedAndNotReplayed() {
    try (TestRedis redis = TestServers.redis();
        RedisServer server = redis.connect()) {
      server.connection().sync().set("kept", "before");

      redis.kill();
      long start = System.nanoTime();
      assertThatThrownBy(() -> server.connection().sync().set("kept", "while away"))
          .isInstanceOf(RedisException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
      redis.start();
      await(server);

      assertThat(server.connection().sync().get("kept")).isNull();
    }
  }

  @Test
  void aCommandOnItsWayWhenRedisDiesIsNotReplayedToTheNextOne() {
    try (TestRedis redis = TestServers.redis();
        RedisServer server = redis.connect()) {
      server.connection().sync().ping();
      redis.signal("STOP");
      RedisFuture<Long> onItsWay = server.connection().async().rpush("stale", "a hold");

      redis.kill();
      redis.start();
      await(server);

      assertThat(server.connection().sync().exists("stale")).isZero();
      assertThat(onItsWay.toCompletableFuture()).isCompletedExceptionally();
    }
  }

  @Test
  void aScriptIsGivenAgainToARedisThatForgotIt() {
    try (TestRedis redis = TestServers.redis();
        RedisServer server = redis.connect()) {
      RedisScript script = RedisScript.beside(RedisServerIT.class, "echo.lua");
      assertThat(script.run(server.connection(), java.util.List.of("k"), "one"))
          .containsExactly("SAID", "one");

      server.connection().sync().scriptFlush();

      assertThat(script.run(server.connection(), java.util.List.of("k"), "two"))
          .containsExactly("SAID", "two");
    }
  }

  private static void await(RedisServer server) {
    for (int i = 0; i < 100 && !server.answers(); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertThat(server.answers()).isTrue();
  }
}
