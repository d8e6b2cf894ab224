package org.hotline115.callflow.call;

/** What came of a call that is over: exactly one outcome. */
final class CallEnd {

  private CallEnd() {}

  /** A human voice counts first, then the hand-off to the rescue, then how the wait ended. */
  static CallOutcome outcome(Call call, CallRules rules) {
    if (call.id().isOutbound()) {
      return outboundOutcome(call);
    }
    CallTimes times = call.times();
    if (times.answeredAt() != null) {
      return CallOutcome.ANSWERED;
    }
    if (call.isWithRescue()) {
      return CallOutcome.IVR_EMERGENCY_HANDOFF;
    }
    if (times.cut()) {
      return CallOutcome.BLOCKED_TECH;
    }
    if (times.enqueuedAt() == null && call.queueExit() == null) {
      return CallOutcome.IVR_ONLY;
    }
    return switch (call.queueExit() == null ? QueueExit.ABANDONED : call.queueExit()) {
      case ABANDONED -> abandoned(call, rules);
      case FULL -> CallOutcome.BLOCKED_FULL;
      case EMPTY -> CallOutcome.EXIT_EMPTY;
      case TIMED_OUT -> CallOutcome.TIMED_OUT;
      case FOR_CALLBACK -> CallOutcome.LEFT_FOR_CALLBACK;
    };
  }

  private static CallOutcome outboundOutcome(Call call) {
    CallTimes times = call.times();
    if (call.isAnswered()) {
      return CallOutcome.ANSWERED;
    }
    if (times.cut()) {
      return CallOutcome.BLOCKED_TECH;
    }
    return call.dialBack().diallingAt() == null && times.answeredAt() == null
        ? CallOutcome.WITHDRAWN
        : CallOutcome.NOT_REACHED;
  }

  private static CallOutcome abandoned(Call call, CallRules rules) {
    Long waited = call.times().waitSeconds();
    return waited != null && waited < rules.shortAbandon().toSeconds()
        ? CallOutcome.ABANDONED_SHORT
        : CallOutcome.ABANDONED;
  }
}
