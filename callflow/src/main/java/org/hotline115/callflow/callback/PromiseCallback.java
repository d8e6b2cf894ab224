package org.hotline115.callflow.callback;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.SealedNumber;

/**
 * Promises a person to be rung at the turn his call has. Repeatable: one call has one promise, one
 * number is owed one at a time.
 */
public final class PromiseCallback {

  private static final int CODES = 10_000;

  private final JdbcCallbacks callbacks;
  private final Callers callers;
  private final CallerStore callerStore;
  private final CallbackTexts texts;
  private final CallbackRules rules;
  private final InstantSource clock;
  private final RandomGenerator random;

  PromiseCallback(
      JdbcCallbacks callbacks,
      Callers callers,
      CallerStore callerStore,
      CallbackTexts texts,
      CallbackRules rules,
      InstantSource clock) {
    this.callbacks = callbacks;
    this.callers = callers;
    this.callerStore = callerStore;
    this.texts = texts;
    this.rules = rules;
    this.clock = clock;
    this.random = RandomGenerator.getDefault();
  }

  /**
   * Writes the promise down, or finds the one there is.
   *
   * @throws org.hotline115.callflow.store.RecordsAway when PostgreSQL does not answer: nothing may
   *     be promised then (fail-closed), the person goes on waiting
   */
  public PromiseResult promise(CallbackWish wish) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    CallerIdentity person = callers.identityOf(wish.number());
    CallerKey key = person.key();
    SealedNumber sealed = person.number();
    if (key == null || sealed == null) {
      throw new IllegalArgumentException("a number has a key");
    }
    callerStore.remember(key, sealed, now);
    PromiseResult result =
        callbacks.promise(wish, key, "%04d".formatted(random.nextInt(CODES)), rules, now);
    if (result instanceof PromiseResult.Promised(Callback callback) && callback.texts()) {
      texts.ticket(callback);
    }
    return result;
  }
}
