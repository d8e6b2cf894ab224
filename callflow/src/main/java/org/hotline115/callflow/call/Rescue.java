package org.hotline115.callflow.call;

import static org.hotline115.callflow.call.CallTimes.earlier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of the danger key: the rescue service that was rung, when it answered, and when it was
 * first given up. A later attempt may be answered: then the missed one no longer counts.
 */
public record Rescue(
    @Nullable RescueService service, @Nullable Instant answeredAt, @Nullable Instant missedAt) {

  static final Rescue NOT_RUNG = new Rescue(null, null, null);

  Rescue answered(@Nullable RescueService by, Instant at) {
    return new Rescue(by == null ? service : by, earlier(answeredAt, at), missedAt);
  }

  Rescue missed(@Nullable RescueService by, Instant at) {
    boolean known = service != null && (answeredAt != null || by == null);
    return new Rescue(known ? service : by, answeredAt, earlier(missedAt, at));
  }

  /** True for whom we rang the rescue in vain. */
  public boolean unanswered() {
    return missedAt != null && answeredAt == null;
  }
}
