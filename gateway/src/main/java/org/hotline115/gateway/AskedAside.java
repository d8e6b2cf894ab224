package org.hotline115.gateway;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A question to the records while a caller listens: asked at once beside his own thread, waited for
 * only a moment. Fail-open: what is not known by then is as if there were nothing to know.
 */
public final class AskedAside<T> {

  private static final Logger log = LoggerFactory.getLogger(AskedAside.class);
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final String name;
  private final CompletableFuture<Optional<T>> answer = new CompletableFuture<>();

  /** {@code name} says in the log what was asked. */
  public AskedAside(String name, Supplier<Optional<T>> question) {
    this.name = name;
    Thread.ofVirtual().name(name).start(() -> ask(question));
  }

  private void ask(Supplier<Optional<T>> question) {
    try {
      answer.complete(question.get());
    } catch (RuntimeException away) {
      answer.complete(unknown(away));
    }
  }

  /** Answers within a moment, never fails. */
  public Optional<T> withinAMoment() {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      return unknown(late);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private Optional<T> unknown(Exception reason) {
    log.atWarn()
        .addKeyValue("question", name)
        .addKeyValue("reason", reason.getClass().getSimpleName())
        .log("the records did not answer while a caller listened");
    return Optional.empty();
  }
}
