package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.asteriskjava.manager.event.AgentCalledEvent;
import org.asteriskjava.manager.event.AgentCompleteEvent;
import org.asteriskjava.manager.event.AgentConnectEvent;
import org.asteriskjava.manager.event.AgentRingNoAnswerEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.HoldEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.QueueCallerAbandonEvent;
import org.asteriskjava.manager.event.QueueCallerJoinEvent;
import org.asteriskjava.manager.event.ShutdownEvent;
import org.asteriskjava.manager.event.UnholdEvent;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.caller.Callers;
import org.jspecify.annotations.Nullable;

/** From an event to the fact it means, if it means one. Tolerates every hole in an event. */
final class AmiFacts {

  private static final int CHANNELS_MAX = 20_000;

  private final Lines lines;
  private final Callers callers;
  private final InstantSource clock;
  private final Map<CallId, String> channels = new ConcurrentHashMap<>();
  private boolean shuttingDown;

  AmiFacts(Lines lines, Callers callers, InstantSource clock) {
    this.lines = lines;
    this.callers = callers;
    this.clock = clock;
  }

  /** A new process of Asterisk: what an earlier one announced is over. */
  void connected() {
    shuttingDown = false;
  }

  Optional<CallFact> of(ManagerEvent event) {
    return switch (event) {
      case NewChannelEvent born -> arrived(born);
      case QueueCallerJoinEvent joined ->
          call(joined.getLinkedId(), joined.getUniqueId())
              .map(id ->
                  new CallFact.EnteredQueue(
                      id, at(joined), word(joined.getQueue()), joined.getPosition()));
      case QueueCallerAbandonEvent left ->
          call(left.getLinkedId(), left.getUniqueId())
              .map(id -> new CallFact.LeftQueue(id, at(left), QueueExit.ABANDONED));
      case AgentCalledEvent called ->
          call(called.getLinkedId(), called.getUniqueId())
              .flatMap(id ->
                  agent(called.getMemberName())
                      .map(agent -> new CallFact.AgentRinging(id, at(called), agent)));
      case AgentRingNoAnswerEvent missed ->
          call(missed.getLinkedId(), missed.getUniqueId())
              .flatMap(id ->
                  agent(missed.getMemberName())
                      .map(agent -> new CallFact.RingMissed(id, at(missed), agent)));
      case AgentConnectEvent connected ->
          call(connected.getLinkedId(), connected.getUniqueId())
              .flatMap(id ->
                  agent(connected.getMemberName())
                      .map(agent ->
                          new CallFact.AgentConnected(
                              id, at(connected), agent, number(connected.getRingtime()))));
      case AgentCompleteEvent completed ->
          call(completed.getLinkedId(), completed.getUniqueId())
              .map(id -> new CallFact.TalkEnded(id, at(completed)));
      case HoldEvent hold when isAgentLeg(hold.getUniqueId(), hold.getLinkedId()) ->
          call(hold.getLinkedId(), null).map(id -> new CallFact.HoldStarted(id, at(hold)));
      case UnholdEvent unhold when isAgentLeg(unhold.getUniqueId(), unhold.getLinkedId()) ->
          call(unhold.getLinkedId(), null).map(id -> new CallFact.HoldEnded(id, at(unhold)));
      case HotlineCallbackEvent told -> told.fact(at(told));
      case HotlineRescueEvent told -> told.fact(at(told));
      case HotlineLanguageEvent told -> told.fact(at(told));
      case ThirdPartyEvent told -> told.fact(at(told));
      case HangupEvent hungUp -> ended(hungUp);
      case ShutdownEvent _ -> {
        shuttingDown = true;
        yield Optional.empty();
      }
      default -> Optional.empty(); // a foreign hierarchy: what we do not know means nothing to us
    };
  }

  private Optional<CallFact> arrived(NewChannelEvent born) {
    String uniqueId = born.getUniqueId();
    if (uniqueId == null || !uniqueId.equals(born.getLinkedid())) {
      return Optional.empty();
    }
    Optional<CallId> ours = call(uniqueId, null).filter(CallId::isOutbound);
    if (ours.isPresent()) {
      know(ours.get(), born.getChannel()); // its arrival is ours to tell
      return Optional.empty();
    }
    return lines
        .dialled(born.getContext(), born.getExten())
        .flatMap(line ->
            call(uniqueId, null)
                .map(id -> {
                  know(id, born.getChannel());
                  return new CallFact.Arrived(
                      id, at(born), line, callers.identify(born.getCallerIdNum()));
                }));
  }

  private Optional<CallFact> ended(HangupEvent hungUp) {
    String uniqueId = hungUp.getUniqueId();
    String linkedId = hungUp.getLinkedId();
    if (uniqueId == null || (linkedId != null && !uniqueId.equals(linkedId))) {
      return Optional.empty();
    }
    Optional<CallId> call = call(uniqueId, null);
    boolean known = call.isPresent() && channels.remove(call.get()) != null;
    if (!known && !lines.inside(hungUp.getContext(), hungUp.getExten())) {
      return Optional.empty();
    }
    Integer cause = hungUp.getCause();
    return call.map(id ->
        shuttingDown
            ? new CallFact.CutOff(id, at(hungUp))
            : new CallFact.Ended(id, at(hungUp), cause == null ? 0 : cause));
  }

  /** Learns a living channel that was not seen being born. */
  void know(CallId call, @Nullable String channel) {
    if (channel != null && channels.size() < CHANNELS_MAX) {
      channels.put(call, channel);
    }
  }

  Optional<String> channelOf(CallId call) {
    return Optional.ofNullable(channels.get(call));
  }

  private static boolean isAgentLeg(@Nullable String uniqueId, @Nullable String linkedId) {
    return uniqueId != null && linkedId != null && !uniqueId.equals(linkedId);
  }

  static Optional<CallId> call(@Nullable String linkedId, @Nullable String uniqueId) {
    String id = linkedId == null ? uniqueId : linkedId;
    try {
      return id == null ? Optional.empty() : Optional.of(new CallId(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  static Optional<AgentId> agent(@Nullable String memberName) {
    try {
      return memberName == null ? Optional.empty() : Optional.of(new AgentId(memberName));
    } catch (IllegalArgumentException notOneOfUs) {
      return Optional.empty();
    }
  }

  private static long number(@Nullable Long value) {
    return value == null ? 0 : value;
  }

  private static String word(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Asterisk's own time of the event, as finely as the table keeps it. */
  private Instant at(ManagerEvent event) {
    Double seconds = event.getTimestamp();
    return seconds == null
        ? clock.instant().truncatedTo(ChronoUnit.MICROS)
        : Instant.EPOCH.plus(Math.round(seconds * 1_000_000), ChronoUnit.MICROS);
  }
}
