package org.hotline115.callflow.store;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One Redis, one shared connection (Lettuce pipelines by itself). While it is away commands are
 * refused at once, and those on their way when it went fail: nothing is kept and replayed, for the
 * Redis that comes back may be another one, and empty.
 */
public final class RedisServer implements AutoCloseable {

  /** The longest a command may take before the board counts as down. */
  public static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final int COMMANDS_WAITING_MAX = 20_000;

  /** {@code redis://host:port/0} and the password, empty for none. */
  public record Settings(String url, Secret password) {}

  private final ClientResources resources;
  private final RedisClient client;
  private @Nullable StatefulRedisConnection<String, String> connection;

  public RedisServer(Settings settings) {
    RedisURI uri = RedisURI.create(settings.url());
    uri.setTimeout(PATIENCE);
    if (!settings.password().reveal().isEmpty()) {
      uri.setCredentialsProvider(
          RedisCredentialsProvider.from(
              () -> RedisCredentials.just(null, settings.password().reveal().toCharArray())));
    }
    this.resources =
        ClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .reconnectDelay(
                Delay.exponential(
                    Duration.ofMillis(50), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS))
            .build();
    this.client = RedisClient.create(resources, uri);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .replayFilter(onItsWay -> true)
            .requestQueueSize(COMMANDS_WAITING_MAX)
            .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
            .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).keepAlive(true).build())
            .build());
  }

  /**
   * The shared connection; opens it at the first call and again after a failed first try. Throws
   * {@link RedisException} while Redis has never been reached.
   */
  public synchronized StatefulRedisConnection<String, String> connection() {
    if (connection == null) {
      connection = client.connect();
    }
    return connection;
  }

  /** A connection of its own for one listener; the caller closes it. */
  public StatefulRedisPubSubConnection<String, String> listen() {
    return client.connectPubSub();
  }

  /** True when Redis answers now. */
  public boolean answers() {
    try {
      return "PONG".equals(connection().sync().ping());
    } catch (RedisException away) {
      return false;
    }
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(2_000);
  }
}
