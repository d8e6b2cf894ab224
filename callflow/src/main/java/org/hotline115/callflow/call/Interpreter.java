package org.hotline115.callflow.call;

import static org.hotline115.callflow.call.CallTimes.earlier;
import static org.hotline115.callflow.call.CallTimes.later;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The interpreter whom an agent added to a talk, by what was asked for last: when it was rung and
 * missed last, when one answered first, and the time of all of them together.
 */
public record Interpreter(
    @Nullable String language,
    @Nullable String service,
    @Nullable Instant rungAt,
    @Nullable Instant missedAt,
    @Nullable Instant answeredAt,
    HoldTime time) {

  static final Interpreter NOT_RUNG = new Interpreter(null, null, null, null, null, HoldTime.NONE);

  Interpreter rung(String newLanguage, String newService, Instant at) {
    boolean isOld = rungAt != null && at.isBefore(rungAt);
    return new Interpreter(
        isOld ? language : newLanguage,
        isOld ? service : newService,
        later(rungAt, at),
        missedAt,
        answeredAt,
        time);
  }

  Interpreter answered(Instant at) {
    return new Interpreter(
        language, service, rungAt, missedAt, earlier(answeredAt, at), time.started(at));
  }

  Interpreter missed(Instant at) {
    return new Interpreter(language, service, rungAt, later(missedAt, at), answeredAt, time);
  }

  Interpreter ended(Instant at) {
    return new Interpreter(language, service, rungAt, missedAt, answeredAt, time.ended(at));
  }

  /** Takes part in the talk now, as far as we have heard. */
  public boolean talks() {
    return time.since() != null;
  }

  /** Rings now, as far as we have heard. */
  public boolean rings() {
    return rungAt != null
        && !talks()
        && isBefore(missedAt, rungAt)
        && isBefore(answeredAt, rungAt)
        && isBefore(time.lastEndedAt(), rungAt);
  }

  private static boolean isBefore(@Nullable Instant moment, Instant other) {
    return moment == null || moment.isBefore(other);
  }
}
