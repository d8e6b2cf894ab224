package org.hotline115.gateway.web;

import java.time.Instant;
import org.hotline115.callflow.call.Interpreter;
import org.jspecify.annotations.Nullable;

/**
 * The interpreter of a talk on the wire.
 *
 * @param seconds of all interpreters of this call, up to the one who speaks now
 * @param since since when the one who speaks now does; null: nobody does
 */
public record InterpreterView(
    @Nullable String language,
    @Nullable String service,
    @Nullable Instant rungAt,
    @Nullable Instant missedAt,
    @Nullable Instant answeredAt,
    @Nullable Instant since,
    @Nullable Instant endedAt,
    long seconds,
    boolean rings) {

  /** Nothing when nobody was rung. */
  static @Nullable InterpreterView of(Interpreter interpreter, @Nullable Instant overAt) {
    return interpreter.rungAt() == null && interpreter.answeredAt() == null
        ? null
        : new InterpreterView(
            interpreter.language(),
            interpreter.service(),
            interpreter.rungAt(),
            interpreter.missedAt(),
            interpreter.answeredAt(),
            overAt == null ? interpreter.time().since() : null,
            interpreter.time().lastEndedAt(),
            interpreter.time().seconds(),
            overAt == null && interpreter.rings());
  }
}
