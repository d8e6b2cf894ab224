package org.hotline115.callflow.call;

import static org.hotline115.callflow.call.CallTimes.earlier;
import static org.hotline115.callflow.call.CallTimes.later;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerIdentity;
import org.jspecify.annotations.Nullable;

/** A call under change: how each fact meets what is already known. Lives for one fact. */
final class CallDraft {

  private final Call before;
  private final CallTimes times;
  private @Nullable String line;
  private @Nullable CallerIdentity caller;
  private @Nullable String queue;
  private @Nullable Integer positionAtEntry;
  private @Nullable QueueExit queueExit;
  private @Nullable AgentId ringingAgent;
  private @Nullable Integer hangupCause;
  private @Nullable Instant arrivedAt;
  private @Nullable Instant enqueuedAt;
  private @Nullable Instant lastEnqueuedAt;
  private @Nullable Instant ringingAt;
  private @Nullable Instant answeredAt;
  private @Nullable Instant leftQueueAt;
  private @Nullable Instant endedAt;
  private @Nullable Instant wrappedUpAt;
  Instant firstSeenAt;
  @Nullable String language;
  @Nullable Instant languageHeldAt;
  @Nullable Rank keptRank;
  DialBack dialBack;
  Rescue rescue;
  Interpreter interpreter;
  Colleague colleague;
  @Nullable Instant ringMissedAt;
  Talks talks;
  @Nullable Instant handedOffAt;
  @Nullable Instant cutAt;
  HoldTime hold;

  CallDraft(Call call) {
    before = call;
    times = call.times();
    line = call.line();
    caller = call.caller();
    language = call.language();
    languageHeldAt = call.languageHeldAt();
    keptRank = call.keptRank();
    dialBack = call.dialBack();
    rescue = call.rescue();
    interpreter = call.interpreter();
    colleague = call.colleague();
    queue = call.queue();
    positionAtEntry = call.positionAtEntry();
    queueExit = call.queueExit();
    ringingAgent = call.ringingAgent();
    talks = call.talks();
    hold = call.hold();
    hangupCause = call.hangupCause();
    firstSeenAt = times.firstSeenAt();
    arrivedAt = times.arrivedAt();
    enqueuedAt = times.enqueuedAt();
    lastEnqueuedAt = times.lastEnqueuedAt();
    ringingAt = times.ringingAt();
    ringMissedAt = times.ringMissedAt();
    answeredAt = times.answeredAt();
    leftQueueAt = times.leftQueueAt();
    handedOffAt = times.handedOffAt();
    endedAt = times.endedAt();
    cutAt = times.cutAt();
    wrappedUpAt = times.wrappedUpAt();
  }

  void arrive(CallFact.Arrived arrived) {
    arrivedAt = earlier(arrivedAt, arrived.at());
    line = arrived.line();
    // A later reading of the same arrival may know less (a record without the number), never more.
    if (caller == null || caller.key() == null) {
      caller = arrived.caller();
    }
  }

  /** The wait counts from the first queue; a fallback queue after it does not start it anew. */
  void enter(CallFact.EnteredQueue entered) {
    Instant known = enqueuedAt;
    enqueuedAt = earlier(known, entered.at());
    lastEnqueuedAt = later(lastEnqueuedAt, entered.at());
    if (known == null || enqueuedAt.isBefore(known) || positionAtEntry == null) {
      queue = entered.queue();
      positionAtEntry = entered.position() == null ? positionAtEntry : entered.position();
    }
  }

  void ring(CallFact.AgentRinging ringing) {
    if (ringingAt == null || !ringing.at().isBefore(ringingAt)) {
      ringingAt = ringing.at();
      ringingAgent = ringing.agent();
    }
  }

  void connect(CallFact.AgentConnected connected) {
    answeredAt = earlier(answeredAt, connected.at());
    talks = talks.begun(new Talks.Talk(connected.agent(), connected.at(), connected.ringSeconds()));
  }

  /**
   * The last exit counts, in whichever order they are told: a full queue, then the public one, then
   * an abandon is an abandon. Who waited too long left twice, by the queue's record and when the
   * promise was made to him: the promise is the later one, and a record read afterwards moves it
   * back no more.
   */
  void leave(CallFact.LeftQueue left) {
    Instant known = leftQueueAt;
    if (known == null || left.at().isAfter(known.plus(CallTimes.SAME_MOMENT))) {
      leftQueueAt = left.at();
      queueExit = left.exit();
    } else if (left.exit() == queueExit && !known.isAfter(left.at().plus(CallTimes.SAME_MOMENT))) {
      leftQueueAt = earlier(known, left.at());
    }
  }

  /** Not of a colleague whom the agent asked in: he writes on his own time. */
  void wrapUp(CallFact.WrappedUp wrapped) {
    if (!wrapped.agent().equals(colleague.agent())) {
      wrappedUpAt = earlier(wrappedUpAt, wrapped.at());
    }
  }

  void end(CallFact.Ended ended) {
    endedAt = earlier(endedAt, ended.at());
    // 0 stands for "the record does not say".
    hangupCause =
        hangupCause == null ? ended.hangupCause() : Math.max(hangupCause, ended.hangupCause());
  }

  Call call() {
    return new Call(
        before.id(),
        line,
        caller,
        language,
        languageHeldAt,
        queue,
        positionAtEntry,
        keptRank,
        dialBack,
        rescue,
        interpreter,
        colleague,
        new CallTimes(
            firstSeenAt,
            arrivedAt,
            enqueuedAt,
            lastEnqueuedAt,
            ringingAt,
            ringMissedAt,
            answeredAt,
            leftQueueAt,
            handedOffAt,
            endedAt,
            cutAt,
            wrappedUpAt),
        queueExit,
        ringingAgent,
        talks,
        hold,
        hangupCause);
  }
}
