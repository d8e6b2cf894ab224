package org.hotline115.callflow.call;

import static org.hotline115.callflow.call.CallTimes.earlier;
import static org.hotline115.callflow.call.CallTimes.later;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody was asked into a talk: rung and missed last, answered first, and the time in it of
 * all who were asked.
 */
public record ThirdParty(
    @Nullable Instant rungAt,
    @Nullable Instant missedAt,
    @Nullable Instant answeredAt,
    HoldTime time) {

  static final ThirdParty NOT_ASKED = new ThirdParty(null, null, null, HoldTime.NONE);

  ThirdParty rung(Instant at) {
    return new ThirdParty(later(rungAt, at), missedAt, answeredAt, time);
  }

  ThirdParty answered(Instant at) {
    return new ThirdParty(rungAt, missedAt, earlier(answeredAt, at), time.started(at));
  }

  ThirdParty missed(Instant at) {
    return new ThirdParty(rungAt, later(missedAt, at), answeredAt, time);
  }

  ThirdParty ended(Instant at) {
    return new ThirdParty(rungAt, missedAt, answeredAt, time.ended(at));
  }

  /** True when this was asked before the last wish: it says nothing of who is asked now. */
  boolean isBeforeLastWish(Instant at) {
    return rungAt != null && at.isBefore(rungAt);
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
