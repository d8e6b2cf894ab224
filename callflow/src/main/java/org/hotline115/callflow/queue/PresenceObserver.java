package org.hotline115.callflow.queue;

/** Told of every change of an agent, in order. */
@FunctionalInterface
public interface PresenceObserver {

  void presenceChanged(AgentPresence before, AgentPresence after);
}
