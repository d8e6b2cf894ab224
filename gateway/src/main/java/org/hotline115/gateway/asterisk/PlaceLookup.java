package org.hotline115.gateway.asterisk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hotline115.callflow.call.Rank;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for a caller's older place while the menu still speaks. Fail-open: what is not known when
 * he is about to stand in the queue is not waited for, and he stands where he arrived.
 */
final class PlaceLookup {

  private static final Logger log = LoggerFactory.getLogger(PlaceLookup.class);
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final CompletableFuture<Optional<Rank>> answer = new CompletableFuture<>();
  private final Consumer<Rank> given;

  /** Asks at once, beside the caller's own thread. {@code given} hears what the caller got. */
  PlaceLookup(Supplier<Optional<Rank>> question, Consumer<Rank> given) {
    this.given = given;
    Thread.ofVirtual().name("place-lookup").start(() -> ask(question));
  }

  private void ask(Supplier<Optional<Rank>> question) {
    try {
      answer.complete(question.get());
    } catch (RuntimeException away) {
      log.atWarn()
          .addKeyValue("reason", away.getClass().getSimpleName())
          .log("an older place could not be looked for");
      answer.complete(Optional.empty());
    }
  }

  /** The older place that he now stands at. Answers within a moment, never fails. */
  Optional<Rank> kept() {
    try {
      Optional<Rank> found = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      found.ifPresent(given);
      return found;
    } catch (TimeoutException | ExecutionException late) {
      log.atWarn().log("an older place was not found in time");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
