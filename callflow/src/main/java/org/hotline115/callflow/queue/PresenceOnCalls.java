package org.hotline115.callflow.queue;

import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallObserver;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallState;
import org.jspecify.annotations.Nullable;

/** An agent's presence follows his calls: his phone rings, he talks, he wraps up. */
public final class PresenceOnCalls implements CallObserver {

  private final Presences presences;
  private final AgentPhones phones;
  private final CallRules rules;

  public PresenceOnCalls(Presences presences, AgentPhones phones, CallRules rules) {
    this.presences = presences;
    this.phones = phones;
    this.rules = rules;
  }

  @Override
  public void callChanged(Call before, Call after) {
    AgentId rangBefore = before.state(rules).agent();
    CallState now = after.state(rules);
    AgentId agent = now.agent();
    if (rangBefore != null && !rangBefore.equals(agent)) {
      left(rangBefore, after);
    }
    switch (now) {
      case CallState.Ringing ringing -> ring(ringing.agent(), after);
      case CallState.Talking talking -> talk(talking.agent(), after);
      case CallState.Leaving leaving -> wrapUp(leaving.agent(), after);
      case CallState.Ended _ -> freeOrWrapUp(after.agent(), after);
      case CallState.InMenu _, CallState.Waiting _, CallState.HandedOff _ -> {}
    }
    AgentId colleague = after.colleague().agent();
    if (colleague != null && !colleague.equals(agent)) {
      beside(colleague, now.ended(), after);
    }
  }

  /** A colleague whom the agent asked into the talk: he rings, talks and leaves like him. */
  private void beside(AgentId colleague, boolean over, Call call) {
    if (over || call.colleague().present() == null) {
      left(colleague, call);
    } else if (call.colleague().third().talks()) {
      talk(colleague, call);
    } else {
      ring(colleague, call);
    }
  }

  private void talk(AgentId agent, Call call) {
    presences.move(agent, new Presence.Talking(call.id()));
  }

  private void ring(AgentId agent, Call call) {
    if (!(presences.of(agent).presence() instanceof Presence.Talking)) {
      presences.move(agent, new Presence.Ringing(call.id()));
    }
  }

  private void freeOrWrapUp(@Nullable AgentId agent, Call call) {
    if (agent != null) {
      wrapUp(agent, call);
    }
  }

  /** Only the agent who is bound to this very call: a late end must not disturb his next one. */
  private void wrapUp(AgentId agent, Call call) {
    if (boundTo(agent, call) && !(presences.of(agent).presence() instanceof Presence.WrapUp)) {
      phones.pause(agent, "WRAP_UP");
      presences.move(agent, new Presence.WrapUp(call.id()));
    }
  }

  /** His phone rang and he did not get the call: he is what he was, ready. Who talked writes. */
  private void left(AgentId agent, Call call) {
    if (presences.of(agent).presence() instanceof Presence.Ringing ringing) {
      if (ringing.call().equals(call.id())) {
        presences.move(agent, new Presence.Ready());
      }
    } else {
      wrapUp(agent, call);
    }
  }

  private boolean boundTo(AgentId agent, Call call) {
    return switch (presences.of(agent).presence()) {
      case Presence.Ringing ringing -> ringing.call().equals(call.id());
      case Presence.Talking talking -> talking.call().equals(call.id());
      case Presence.WrapUp wrapUp -> wrapUp.call().equals(call.id());
      case Presence.Offline _, Presence.Ready _, Presence.Paused _ -> false;
    };
  }
}
