package org.hotline115.callflow.call;

import static org.hotline115.callflow.call.CallTimes.earlier;
import static org.hotline115.callflow.call.CallTimes.later;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of the danger key, or of an agent's danger button: the rescue service that was rung,
 * when it was rung and given up last, and when it answered. It may be rung again after a miss; once
 * it answered, a miss no longer counts.
 */
public record Rescue(
    @Nullable RescueService service,
    @Nullable Instant rungAt,
    @Nullable Instant answeredAt,
    @Nullable Instant missedAt) {

  static final Rescue NOT_RUNG = new Rescue(null, null, null, null);

  Rescue rung(@Nullable RescueService by, Instant at) {
    return new Rescue(named(by, at), later(rungAt, at), answeredAt, missedAt);
  }

  Rescue answered(@Nullable RescueService by, Instant at) {
    return new Rescue(by == null ? service : by, rungAt, earlier(answeredAt, at), missedAt);
  }

  Rescue missed(@Nullable RescueService by, Instant at) {
    return new Rescue(named(by, at), rungAt, answeredAt, later(missedAt, at));
  }

  /** Who answered, or who was rung last: also when that is heard of late. */
  private @Nullable RescueService named(@Nullable RescueService by, Instant at) {
    if (by == null || service == null) {
      return by == null ? service : by;
    }
    boolean isOld =
        (rungAt != null && at.isBefore(rungAt)) || (missedAt != null && at.isBefore(missedAt));
    return answeredAt != null || isOld ? service : by;
  }

  /** It rings now, as far as we have heard. */
  public boolean rings() {
    return rungAt != null && answeredAt == null && (missedAt == null || rungAt.isAfter(missedAt));
  }

  /** True for whom we rang the rescue in vain. */
  public boolean unanswered() {
    return missedAt != null && answeredAt == null;
  }
}
