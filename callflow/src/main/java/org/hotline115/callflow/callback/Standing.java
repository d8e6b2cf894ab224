package org.hotline115.callflow.callback;

import java.time.Instant;
import org.hotline115.callflow.call.CallOutcome;
import org.hotline115.callflow.call.DialBack;
import org.jspecify.annotations.Nullable;

/**
 * A promise beside what the calls say about it: its latest placeholder and the person's own call.
 * What is to be done is always derived from both, never from an event: an event may be lost.
 */
record Standing(Callback callback, Placed placed, Joined joined) {

  /**
   * The latest placeholder's call: {@code outcome} when it is over, {@code noted} what it led to.
   */
  record Placed(
      boolean noted,
      @Nullable Instant diallingAt,
      @Nullable Instant reachedAt,
      @Nullable Instant answeredAt,
      DialBack.@Nullable Unreached unreached,
      @Nullable CallOutcome outcome) {}

  /** The person's own call. */
  record Joined(@Nullable Instant answeredAt, @Nullable CallOutcome outcome) {}

  /** What is true of the promise now. */
  sealed interface Verdict {

    /** Nothing changed. */
    record AsItWas() implements Verdict {}

    record Dialling(Instant at) implements Verdict {}

    record Reached(Instant at) implements Verdict {}

    /** The telephone rang in vain; a cut by the exchange or the agent does not count. */
    record Missed(String result, boolean counts) implements Verdict {}

    /** The placeholder is gone and nobody was rung: it must be made again. */
    record Fallen() implements Verdict {}

    record Merged(Instant at) implements Verdict {}

    /** The person's call ended without an answer: the promise stands again. */
    record Alone() implements Verdict {}

    record Expired() implements Verdict {}
  }

  Verdict verdict(CallbackRules rules, Instant now) {
    if (joined.answeredAt() != null && callback.status() == CallbackStatus.QUEUED) {
      return new Verdict.Merged(joined.answeredAt());
    }
    if (callback.joinedCall() != null && joined.outcome() != null) {
      return new Verdict.Alone();
    }
    if (placed.noted()) {
      return expiredOrNot(rules, now);
    }
    if (placed.reachedAt() != null && placed.answeredAt() != null) {
      return new Verdict.Reached(placed.reachedAt());
    }
    if (placed.outcome() != null && placed.diallingAt() != null) {
      return missed();
    }
    if (placed.outcome() != null) {
      return new Verdict.Fallen();
    }
    if (placed.diallingAt() != null && callback.status() == CallbackStatus.QUEUED) {
      return new Verdict.Dialling(placed.diallingAt());
    }
    return expiredOrNot(rules, now);
  }

  private Verdict expiredOrNot(CallbackRules rules, Instant now) {
    boolean old = callback.requestedAt().plus(rules.expiresAfter()).isBefore(now);
    return old && callback.status() == CallbackStatus.QUEUED && callback.joinedCall() == null
        ? new Verdict.Expired()
        : new Verdict.AsItWas();
  }

  private Verdict missed() {
    DialBack.Unreached why = placed.unreached();
    return why == null
        ? new Verdict.Missed("INTERRUPTED", false)
        : new Verdict.Missed(why.name(), true);
  }
}
