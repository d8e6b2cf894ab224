package org.hotline115.gateway.asterisk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.queue.AgentPhones;
import org.hotline115.callflow.queue.PhoneId;

/** Agents as members of Asterisk's queues. "Already there" and "not there" are success here. */
final class AmiAgentPhones implements AgentPhones {

  private final AmiLink link;
  private final AmiFacts facts;
  private final Set<String> queues;
  private final Map<AgentId, PhoneId> phones = new ConcurrentHashMap<>();

  AmiAgentPhones(AmiLink link, AmiFacts facts, Set<String> queues) {
    this.link = link;
    this.facts = facts;
    this.queues = queues;
  }

  /** What the snapshot found. */
  void know(AgentId agent, PhoneId phone) {
    phones.put(agent, phone);
  }

  @Override
  public boolean join(AgentId agent, PhoneId phone, Set<String> wanted) {
    for (PhoneId other : possible(agent)) {
      if (!other.equals(phone) && !remove(other, wanted)) {
        return false;
      }
    }
    for (String queue : wanted) {
      QueueAddAction add = new QueueAddAction(queue, at(phone));
      add.setMemberName(agent.value());
      add.setStateInterface(at(phone));
      add.setPaused(true);
      if (!done(add, "already there")) {
        return false;
      }
    }
    phones.put(agent, phone);
    return true;
  }

  @Override
  public boolean pause(AgentId agent, String reason) {
    return set(agent, true, reason);
  }

  @Override
  public boolean ready(AgentId agent) {
    return set(agent, false, "");
  }

  private boolean set(AgentId agent, boolean paused, String reason) {
    PhoneId phone = phones.get(agent);
    if (phone == null) {
      return link.connected();
    }
    QueuePauseAction pause = new QueuePauseAction(at(phone), paused);
    if (paused) {
      pause.setReason(reason);
    }
    return done(pause, "not found");
  }

  @Override
  public boolean leave(AgentId agent) {
    for (PhoneId phone : possible(agent)) {
      if (!remove(phone, queues)) {
        return false;
      }
    }
    phones.remove(agent);
    return true;
  }

  private boolean remove(PhoneId phone, Set<String> from) {
    for (String queue : from) {
      if (!done(new QueueRemoveAction(queue, at(phone)), "not there")) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean hangUp(CallId call) {
    return facts
        .channelOf(call)
        .map(channel -> done(new HangupAction(channel), "no such channel"))
        .orElseGet(link::connected);
  }

  /** An agent has two phones, named after him. */
  private static List<PhoneId> possible(AgentId agent) {
    return List.of(new PhoneId(agent.value()), new PhoneId(agent.value() + "-web"));
  }

  private static String at(PhoneId phone) {
    return "PJSIP/" + phone.value();
  }

  /** True when it is so now: because we ordered it, or because it was so before. */
  private boolean done(ManagerAction action, String alreadySo) {
    Optional<ManagerResponse> answer = link.send(action);
    if (answer.isEmpty()) {
      return false;
    }
    if (!(answer.get() instanceof ManagerError error)) {
      return true;
    }
    String message = error.getMessage();
    return message != null && message.toLowerCase(java.util.Locale.ROOT).contains(alreadySo);
  }
}
