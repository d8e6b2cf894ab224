package org.hotline115.callflow.call;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a call, at Asterisk's own time. Facts come live by AMI or afterwards
 * from Asterisk's records, twice, late and in any order: {@link Call#with} gives the same call.
 */
public sealed interface CallFact {

  CallId callId();

  Instant at();

  record Arrived(CallId callId, Instant at, String line, CallerIdentity caller)
      implements CallFact {}

  record LanguageChosen(CallId callId, Instant at, String language) implements CallFact {}

  /** An agent was passed over, so that he waits for one who speaks his language. */
  record LanguageHeld(CallId callId, Instant at) implements CallFact {}

  record EnteredQueue(CallId callId, Instant at, String queue, @Nullable Integer position)
      implements CallFact {}

  record AgentRinging(CallId callId, Instant at, AgentId agent) implements CallFact {}

  /** The agent's phone was busy, refused or rang out. The caller goes on waiting. */
  record RingMissed(CallId callId, Instant at, AgentId agent) implements CallFact {}

  record AgentConnected(CallId callId, Instant at, AgentId agent, long ringSeconds)
      implements CallFact {}

  record HoldStarted(CallId callId, Instant at) implements CallFact {}

  record HoldEnded(CallId callId, Instant at) implements CallFact {}

  /** Agent and caller are apart; the caller may still hear the goodbye. */
  record TalkEnded(CallId callId, Instant at) implements CallFact {}

  record LeftQueue(CallId callId, Instant at, QueueExit exit) implements CallFact {}

  /** A rescue service is rung: by the danger key, or by the agent who speaks with the caller. */
  record EmergencyHandoff(CallId callId, Instant at, @Nullable RescueService service)
      implements CallFact {

    public EmergencyHandoff(CallId callId, Instant at) {
      this(callId, at, null);
    }
  }

  /** Until then the system's leg, or the agent, stayed with the caller. */
  record RescueAnswered(CallId callId, Instant at, @Nullable RescueService service)
      implements CallFact {}

  /** Busy, refused or rang out: our own people take the caller before everybody else. */
  record RescueMissed(CallId callId, Instant at, @Nullable RescueService service)
      implements CallFact {}

  /** An agent adds an interpreter: it rings. */
  record InterpreterRung(CallId callId, Instant at, String language, String service)
      implements CallFact {}

  record InterpreterAnswered(CallId callId, Instant at) implements CallFact {}

  record InterpreterMissed(CallId callId, Instant at) implements CallFact {}

  record InterpreterEnded(CallId callId, Instant at) implements CallFact {}

  /** An agent asks a colleague into the talk: his telephone rings. */
  record ColleagueRung(CallId callId, Instant at, AgentId agent) implements CallFact {}

  record ColleagueAnswered(CallId callId, Instant at) implements CallFact {}

  record ColleagueMissed(CallId callId, Instant at) implements CallFact {}

  /** He left the talk, or the talk was over. */
  record ColleagueEnded(CallId callId, Instant at) implements CallFact {}

  /** The caller's leg is gone, in an orderly way. */
  record Ended(CallId callId, Instant at, int hangupCause) implements CallFact {}

  /** The exchange died under the call. */
  record CutOff(CallId callId, Instant at) implements CallFact {}

  /** What the gateway found out about the caller's place while the menu spoke. */
  record Ranked(CallId callId, Instant at, Rank rank) implements CallFact {}

  /** An agent is on the line of a callback, and the person's telephone begins to ring. */
  record PersonDialled(CallId callId, Instant at) implements CallFact {}

  record PersonReached(CallId callId, Instant at) implements CallFact {}

  record PersonMissed(CallId callId, Instant at, DialBack.Unreached why) implements CallFact {}

  /** The agent closed the contact, or became ready again. */
  record WrappedUp(CallId callId, Instant at, AgentId agent) implements CallFact {}
}
