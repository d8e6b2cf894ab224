package org.hotline115.callflow.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;

/** A queue in memory: who is a member, on which phone, and "" or why he is paused. */
public final class InMemoryAgentPhones implements AgentPhones {

  public final Map<AgentId, PhoneId> members = new HashMap<>();
  public final Map<AgentId, String> paused = new HashMap<>();
  public final List<CallId> hungUp = new ArrayList<>();
  public boolean down;

  @Override
  public boolean join(AgentId agent, PhoneId phone, Set<String> queues) {
    if (down) {
      return false;
    }
    if (!phone.equals(members.put(agent, phone))) {
      paused.put(agent, "JOINED");
    }
    return true;
  }

  @Override
  public boolean pause(AgentId agent, String reason) {
    if (down) {
      return false;
    }
    paused.put(agent, reason);
    return true;
  }

  @Override
  public boolean ready(AgentId agent) {
    if (down) {
      return false;
    }
    paused.put(agent, "");
    return true;
  }

  @Override
  public boolean leave(AgentId agent) {
    if (down) {
      return false;
    }
    members.remove(agent);
    paused.remove(agent);
    return true;
  }

  @Override
  public boolean hangUp(CallId call) {
    hungUp.add(call);
    return !down;
  }
}
