package org.hotline115.callflow.call;

import static org.hotline115.callflow.call.CallTimes.earlier;
import static org.hotline115.callflow.call.CallTimes.later;

import java.time.Duration;
import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.jspecify.annotations.Nullable;

/**
 * One caller's whole story. {@link #with} takes every fact in any order, as often as it likes to
 * come; the state and the one outcome are always derived from all that is known.
 */
public record Call(
    CallId id,
    @Nullable String line,
    @Nullable CallerIdentity caller,
    @Nullable String language,
    @Nullable Instant languageHeldAt,
    @Nullable String queue,
    @Nullable Integer positionAtEntry,
    @Nullable Rank keptRank,
    DialBack dialBack,
    Rescue rescue,
    Interpreter interpreter,
    Colleague colleague,
    CallTimes times,
    @Nullable QueueExit queueExit,
    @Nullable AgentId ringingAgent,
    Talks talks,
    HoldTime hold,
    @Nullable Integer hangupCause) {

  static Call firstSeen(CallId id, Instant at) {
    return new Call(
        id,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        DialBack.NOT_YET,
        Rescue.NOT_RUNG,
        Interpreter.NOT_RUNG,
        Colleague.NOT_ASKED,
        CallTimes.startingAt(at),
        null,
        null,
        Talks.NONE,
        HoldTime.NONE,
        null);
  }

  /** The same call, knowing one fact more. */
  public Call with(CallFact fact) {
    if (!fact.callId().equals(id)) {
      throw new IllegalArgumentException("a fact of another call");
    }
    CallDraft draft = new CallDraft(this);
    draft.firstSeenAt = earlier(draft.firstSeenAt, fact.at());
    switch (fact) {
      case CallFact.Arrived arrived -> draft.arrive(arrived);
      case CallFact.LanguageChosen chosen -> draft.language = chosen.language();
      case CallFact.LanguageHeld held ->
          draft.languageHeldAt = earlier(draft.languageHeldAt, held.at());
      case CallFact.InterpreterRung rung ->
          draft.interpreter = interpreter.rung(rung.language(), rung.service(), rung.at());
      case CallFact.InterpreterAnswered answered ->
          draft.interpreter = interpreter.now(interpreter.third().answered(answered.at()));
      case CallFact.InterpreterMissed missed ->
          draft.interpreter = interpreter.now(interpreter.third().missed(missed.at()));
      case CallFact.InterpreterEnded ended ->
          draft.interpreter = interpreter.now(interpreter.third().ended(ended.at()));
      case CallFact.ColleagueRung rung -> draft.colleague = colleague.rung(rung.agent(), rung.at());
      case CallFact.ColleagueAnswered answered ->
          draft.colleague = colleague.now(colleague.third().answered(answered.at()));
      case CallFact.ColleagueMissed missed ->
          draft.colleague = colleague.now(colleague.third().missed(missed.at()));
      case CallFact.ColleagueEnded ended ->
          draft.colleague = colleague.now(colleague.third().ended(ended.at()));
      case CallFact.EnteredQueue entered -> draft.enter(entered);
      case CallFact.AgentRinging ringing -> draft.ring(ringing);
      case CallFact.RingMissed missed ->
          draft.ringMissedAt = later(draft.ringMissedAt, missed.at());
      case CallFact.AgentConnected connected -> draft.connect(connected);
      case CallFact.HoldStarted started -> draft.hold = hold.started(started.at());
      case CallFact.HoldEnded ended -> draft.hold = hold.ended(ended.at());
      case CallFact.TalkEnded ended -> draft.talks = draft.talks.ended(ended.at());
      case CallFact.LeftQueue left -> draft.leave(left);
      case CallFact.EmergencyHandoff handoff -> {
        draft.handedOffAt = earlier(draft.handedOffAt, handoff.at());
        draft.rescue = rescue.rung(handoff.service(), handoff.at());
      }
      case CallFact.RescueAnswered answered ->
          draft.rescue = rescue.answered(answered.service(), answered.at());
      case CallFact.RescueMissed missed ->
          draft.rescue = rescue.missed(missed.service(), missed.at());
      case CallFact.Ended ended -> draft.end(ended);
      case CallFact.CutOff cut -> draft.cutAt = earlier(draft.cutAt, cut.at());
      case CallFact.Ranked ranked -> draft.keptRank = ranked.rank();
      case CallFact.PersonDialled dialled -> draft.dialBack = dialBack.dialling(dialled.at());
      case CallFact.PersonReached reached -> draft.dialBack = dialBack.reached(reached.at());
      case CallFact.PersonMissed missed -> draft.dialBack = dialBack.missed(missed.why());
      case CallFact.WrappedUp wrapped -> draft.wrapUp(wrapped);
    }
    return draft.call();
  }

  /** Under which key the caller's number is known; null when none was presented. */
  public @Nullable CallerKey callerKey() {
    return caller == null ? null : caller.key();
  }

  public CallerIdState callerIdState() {
    return caller == null ? CallerIdState.UNAVAILABLE : caller.state();
  }

  /**
   * Its place in the order: the time it rang, unless an older one was kept for it. Whom the rescue
   * did not answer goes before all by that reason and not by an invented time, which a promise made
   * later would inherit.
   */
  public Rank rank() {
    Rank held =
        keptRank == null ? new Rank(times.receivedAt(), Rank.Reason.ARRIVAL, null) : keptRank;
    return rescue.unanswered() && (cameBack() || !wasAnsweredBefore(rescue.missedAt()))
        ? new Rank(held.at(), Rank.Reason.RESCUE_UNANSWERED, held.of())
        : held;
  }

  /** Who talks or talked with the caller last. */
  public @Nullable AgentId agent() {
    Talks.Talk last = talks.last();
    return last == null ? null : last.agent();
  }

  /** How long the phone of the agent who answered first had rung. */
  public @Nullable Long ringSeconds() {
    Talks.Talk first = talks.first();
    return first == null ? null : Long.valueOf(first.ringSeconds());
  }

  /** With all agents who talked with him, one after the other; holds included. */
  public @Nullable Long talkSeconds() {
    Long seconds = talks.secondsUntil(times.overAt());
    Instant leftAt = talks.lastEndedAt();
    return seconds == null || leftAt == null || !isColleagueOf(talks.last())
        ? seconds
        : Long.valueOf(seconds + colleague.secondsAfter(leftAt, times.overAt()));
  }

  /** The colleague was asked into this talk, and not into one before it. */
  private boolean isColleagueOf(Talks.@Nullable Talk talk) {
    return talk != null && isAfter(colleague.third().rungAt(), talk.since());
  }

  public @Nullable Long wrapUpSeconds() {
    return times.wrapUpSeconds(talks.firstEndedAt());
  }

  /** He stood in the queue again after a talk. */
  private boolean cameBack() {
    return isAfter(times.lastEnqueuedAt(), talks.firstEndedAt());
  }

  private static boolean isAfter(@Nullable Instant moment, @Nullable Instant reference) {
    return moment != null && reference != null && moment.isAfter(reference);
  }

  /**
   * An agent who rings the rescue in vain moves nobody: it was his turn already. Unless he left
   * meanwhile, and the caller stands in the queue again.
   */
  private boolean wasAnsweredBefore(@Nullable Instant moment) {
    Instant answeredAt = times.answeredAt();
    return answeredAt != null && moment != null && answeredAt.isBefore(moment);
  }

  /** How long he waited for us: not while the rescue spoke with him. */
  public @Nullable Long waitSeconds() {
    Instant enqueuedAt = times.enqueuedAt();
    Instant handedOffAt = times.handedOffAt();
    boolean leftForRescue = times.answeredAt() == null && isWithRescue();
    return leftForRescue && enqueuedAt != null && handedOffAt != null
        ? Long.valueOf(Math.max(0, Duration.between(enqueuedAt, handedOffAt).toSeconds()))
        : times.waitSeconds();
  }

  /** How long the rescue spoke with him; nothing while it still does. */
  public @Nullable Long rescueSeconds() {
    Instant answeredAt = rescue.answeredAt();
    Instant overAt = times.overAt();
    return answeredAt == null || overAt == null
        ? null
        : Long.valueOf(Math.max(0, Duration.between(answeredAt, overAt).toSeconds()));
  }

  /** The rescue answered, or still rings: it has not been given up since he was handed over. */
  boolean isWithRescue() {
    Instant rungAt = rescue.rungAt();
    Instant enqueuedAt = times.enqueuedAt();
    return rescue.answeredAt() != null
        || (rungAt != null
            && rescue.rings()
            && (enqueuedAt == null || enqueuedAt.isBefore(rungAt)));
  }

  /** True when a person and one of us have spoken: a callback counts from the person's "allo". */
  public boolean isAnswered() {
    return times.answeredAt() != null
        && agent() != null
        && (!id.isOutbound() || dialBack.reachedAt() != null);
  }

  public CallState state(CallRules rules) {
    Instant overAt = times.overAt();
    if (overAt != null) {
      return new CallState.Ended(CallEnd.outcome(this, rules), overAt, times.cut());
    }
    AgentId agent = agent();
    if (isAnswered() && agent != null) {
      return talkedWith(agent);
    }
    if (times.answeredAt() != null && agent != null) {
      return new CallState.Ringing(agent); // he listens while the person's telephone rings
    }
    if (times.rings() && ringingAgent != null) {
      return new CallState.Ringing(ringingAgent);
    }
    if (isWithRescue()) {
      return new CallState.HandedOff();
    }
    return times.enqueuedAt() == null
        ? new CallState.InMenu()
        : new CallState.Waiting(queue == null ? "" : queue);
  }

  private CallState talkedWith(AgentId agent) {
    Instant endedAt = talks.lastEndedAt();
    if (endedAt == null) {
      return new CallState.Talking(agent);
    }
    if (!isAfter(times.lastEnqueuedAt(), endedAt)) {
      return leftBy(agent, endedAt);
    }
    return times.rings() && ringingAgent != null && isAfter(times.ringingAt(), endedAt)
        ? new CallState.Ringing(ringingAgent)
        : new CallState.Waiting(queue == null ? "" : queue);
  }

  /** The agent has gone: a colleague goes on with the caller, or is rung for him. */
  private CallState leftBy(AgentId agent, Instant endedAt) {
    AgentId other = isColleagueOf(talks.last()) ? colleague.agent() : null;
    if (other == null) {
      return new CallState.Leaving(agent);
    }
    if (colleague.third().talks()) {
      return new CallState.Talking(other);
    }
    if (colleague.third().rings()) {
      return new CallState.Ringing(other);
    }
    return new CallState.Leaving(colleague.stayedAfter(endedAt) ? other : agent);
  }
}
