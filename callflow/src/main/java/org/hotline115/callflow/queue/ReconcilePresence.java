package org.hotline115.callflow.queue;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After every (re)connection: Asterisk's queue and our list of agents say the same again. Who rings
 * is Asterisk's truth; who wanted to be rung is ours.
 */
public final class ReconcilePresence {

  private static final Logger log = LoggerFactory.getLogger(ReconcilePresence.class);

  private final Presences presences;
  private final AgentPhones phones;
  private final Set<String> queues;
  private final CallRules rules;

  public ReconcilePresence(
      Presences presences, AgentPhones phones, Set<String> queues, CallRules rules) {
    this.presences = presences;
    this.phones = phones;
    this.queues = queues;
    this.rules = rules;
  }

  public void reconcile(Collection<Member> members, Collection<Call> alive) {
    Map<AgentId, Member> known =
        members.stream()
            .collect(Collectors.toMap(Member::agent, Function.identity(), (first, _) -> first));
    Set<AgentId> everybody = new HashSet<>(known.keySet());
    presences.all().forEach(presence -> everybody.add(presence.agent()));
    Set<CallId> aliveIds = alive.stream().map(Call::id).collect(Collectors.toSet());
    for (AgentId agent : everybody) {
      Member member = known.get(agent);
      if (member == null) {
        restore(presences.of(agent));
      } else {
        adopt(member, presences.of(agent), aliveIds);
      }
    }
    alive.forEach(this::follow);
  }

  /** Asterisk lost its members: give him back. A talk that went with them is wrapped up. */
  private void restore(AgentPresence ours) {
    PhoneId phone = ours.phone();
    if (phone == null || ours.presence() instanceof Presence.Offline) {
      return;
    }
    log.atInfo().addKeyValue("agent", ours.agent()).log("a lost queue member is restored");
    phones.join(ours.agent(), phone, queues);
    settle(ours.agent(), ours.presence(), Set.of());
  }

  private void adopt(Member member, AgentPresence ours, Set<CallId> alive) {
    AgentId agent = member.agent();
    if (ours.presence() instanceof Presence.Offline) {
      if (ours.phone() != null) {
        // He signed off, or never finished signing in: nobody may be rung who is not there.
        phones.leave(agent);
        return;
      }
      presences.change(agent, presence -> presence.on(member.phone()));
      presences.move(
          agent,
          member.paused()
              ? new Presence.Paused(PauseReason.of(member.pauseReason()).orElse(PauseReason.OTHER))
              : new Presence.Ready());
      return;
    }
    PhoneId phone = ours.phone();
    if (phone != null && !phone.equals(member.phone())) {
      phones.join(agent, phone, queues);
    }
    settle(agent, ours.presence(), alive);
  }

  private void settle(AgentId agent, Presence ours, Set<CallId> alive) {
    switch (ours) {
      case Presence.Offline _ -> phones.leave(agent);
      case Presence.Ready _ -> phones.ready(agent);
      case Presence.Paused paused -> phones.pause(agent, paused.reason().name());
      case Presence.WrapUp wrapUp -> phones.pause(agent, wrapUp.code());
      case Presence.Ringing ringing -> {
        phones.ready(agent);
        if (!alive.contains(ringing.call())) {
          presences.move(agent, new Presence.Ready());
        }
      }
      case Presence.Talking talking -> {
        if (alive.contains(talking.call())) {
          phones.ready(agent);
        } else {
          phones.pause(agent, "WRAP_UP");
          presences.move(agent, new Presence.WrapUp(talking.call()));
        }
      }
    }
  }

  private void follow(Call call) {
    if (call.state(rules) instanceof CallState.Talking talking) {
      presences.move(talking.agent(), new Presence.Talking(call.id()));
      AgentId colleague = call.colleague().present();
      if (colleague != null && call.colleague().third().talks()) {
        presences.move(colleague, new Presence.Talking(call.id()));
      }
    }
  }
}
