package org.hotline115.callflow.store;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One Lua script, from the file beside its class. It runs by its digest; a Redis that does not know
 * it (restarted, emptied) is given the text once more.
 */
public final class RedisScript {

  private final String text;
  private final String digest;

  private RedisScript(String text) {
    this.text = text;
    this.digest = Base16.digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text of the files, one after the other: what a family of scripts shares stands first. */
  public static RedisScript beside(Class<?> owner, String... files) {
    StringBuilder text = new StringBuilder();
    for (String file : files) {
      text.append(read(owner, file)).append('\n');
    }
    return new RedisScript(text.toString());
  }

  private static String read(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no " + file + " beside " + owner.getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The answer of a script that returns a list: the status word first, then its values. */
  public List<Object> run(
      StatefulRedisConnection<String, String> redis, List<String> keys, String... arguments) {
    String[] keyArray = keys.toArray(String[]::new);
    try {
      return redis.sync().evalsha(digest, ScriptOutputType.MULTI, keyArray, arguments);
    } catch (RedisNoScriptException unknownHere) {
      return redis.sync().eval(text, ScriptOutputType.MULTI, keyArray, arguments);
    }
  }

  /** As {@link #run}, without waiting. The script must be known: call {@link #run} once before. */
  public RedisFuture<List<Object>> send(
      StatefulRedisConnection<String, String> redis, List<String> keys, String... arguments) {
    return redis
        .async()
        .evalsha(digest, ScriptOutputType.MULTI, keys.toArray(String[]::new), arguments);
  }

  /** The SHA-1 under which Redis knows it. */
  public String digest() {
    return digest;
  }

  public String text() {
    return text;
  }
}
