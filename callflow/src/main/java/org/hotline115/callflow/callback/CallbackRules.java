package org.hotline115.callflow.callback;

import java.time.Duration;

/**
 * Settings of the promises.
 *
 * @param attemptsMax how often a person is rung in vain before we write and stop
 * @param retryAfter how long after an attempt in vain
 * @param dueWithin the hour that is spoken, when nothing better is known
 * @param expiresAfter a promise older than that has lost its sense and is shown as broken
 */
public record CallbackRules(
    int attemptsMax,
    Duration retryAfter,
    Duration dueWithin,
    Duration expiresAfter,
    Presentation presentation) {

  public static final CallbackRules DEFAULTS =
      new CallbackRules(
          3, Duration.ofMinutes(5), Duration.ofHours(2), Duration.ofHours(12), Presentation.NUMBER);
}
