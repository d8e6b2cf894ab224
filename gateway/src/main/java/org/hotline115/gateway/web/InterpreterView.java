package org.hotline115.gateway.web;

import java.time.Instant;
import org.hotline115.callflow.call.Interpreter;
import org.hotline115.callflow.call.ThirdParty;
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
    ThirdParty third = interpreter.third();
    return third.rungAt() == null && third.answeredAt() == null
        ? null
        : new InterpreterView(
            interpreter.language(),
            interpreter.service(),
            third.rungAt(),
            third.missedAt(),
            third.answeredAt(),
            overAt == null ? third.time().since() : null,
            third.time().lastEndedAt(),
            third.time().seconds(),
            overAt == null && third.rings());
  }
}
