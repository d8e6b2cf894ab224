package org.hotline115.callflow.call;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;

/** Facts of one call for tests, by seconds since it rang. */
public record CallFacts(CallId id) {

  public static final Instant RANG_AT = Instant.parse("2026-11-23T16:42:10.125Z");
  public static final AgentId CLAIRE = new AgentId("claire");
  public static final AgentId DAVID = new AgentId("david");
  public static final RescueService RESCUE = new RescueService("15");
  public static final CallerKey KEY = new CallerKey("ab".repeat(32));

  public static CallFacts ofCall(String linkedid) {
    return new CallFacts(new CallId(linkedid));
  }

  public static Instant at(double seconds) {
    return RANG_AT.plusMillis(Math.round(seconds * 1000));
  }

  public CallFact arrived() {
    return new CallFact.Arrived(
        id, at(0), "public", new CallerIdentity(CallerIdState.PRESENTED, KEY, null));
  }

  public CallFact arrivedWithheld() {
    return new CallFact.Arrived(
        id, at(0), "public", CallerIdentity.without(CallerIdState.WITHHELD));
  }

  public CallFact queued(double second) {
    return new CallFact.EnteredQueue(id, at(second), "public", 3);
  }

  public CallFact ringing(double second) {
    return new CallFact.AgentRinging(id, at(second), CLAIRE);
  }

  public CallFact missed(double second) {
    return new CallFact.RingMissed(id, at(second), CLAIRE);
  }

  public CallFact connected(double second) {
    return new CallFact.AgentConnected(id, at(second), CLAIRE, 4);
  }

  public CallFact connectedTo(AgentId agent, double second) {
    return new CallFact.AgentConnected(id, at(second), agent, 2);
  }

  public CallFact talkEnded(double second) {
    return new CallFact.TalkEnded(id, at(second));
  }

  public CallFact left(double second, QueueExit exit) {
    return new CallFact.LeftQueue(id, at(second), exit);
  }

  public CallFact handedOff(double second) {
    return new CallFact.EmergencyHandoff(id, at(second));
  }

  public CallFact rescueAnswered(double second) {
    return new CallFact.RescueAnswered(id, at(second), RESCUE);
  }

  public CallFact rescueMissed(double second) {
    return new CallFact.RescueMissed(id, at(second), RESCUE);
  }

  public CallFact ended(double second) {
    return new CallFact.Ended(id, at(second), 16);
  }

  public CallFact cut(double second) {
    return new CallFact.CutOff(id, at(second));
  }

  public CallFact wrappedUp(double second) {
    return new CallFact.WrappedUp(id, at(second), CLAIRE);
  }

  public CallFact ranked(double rankSecond, Rank.Reason reason, CallId of) {
    return new CallFact.Ranked(id, at(10), new Rank(at(rankSecond), reason, of));
  }

  public static Call call(CallFact... facts) {
    Call call = Call.firstSeen(facts[0].callId(), facts[0].at());
    for (CallFact fact : facts) {
      call = call.with(fact);
    }
    return call;
  }
}
