package org.hotline115.callflow.statistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotline115.callflow.queue.AgentPresence;
import org.hotline115.callflow.queue.PauseReason;
import org.hotline115.callflow.queue.Presence;
import org.jspecify.annotations.Nullable;

/**
 * Who is there, as counts and never as persons.
 *
 * @param states how many are in each state; who is offline is not there
 * @param pauses why they pause; null for a team so small that it would say it of one person
 */
public record Team(
    int there, Map<String, Integer> states, @Nullable Map<PauseReason, Integer> pauses) {

  /** From so many on a figure is of a team. */
  static final int LEAST = 3;

  static Team of(List<AgentPresence> agents) {
    Map<String, Integer> states = new LinkedHashMap<>();
    List.of("READY", "RINGING", "TALKING", "WRAP_UP", "PAUSED")
        .forEach(state -> states.put(state, 0));
    Map<PauseReason, Integer> pauses = new TreeMap<>();
    int there = 0;
    for (AgentPresence agent : agents) {
      switch (agent.presence()) {
        case Presence.Offline _ -> {}
        case Presence.Paused paused -> {
          there++;
          states.merge(paused.code(), 1, Integer::sum);
          pauses.merge(paused.reason(), 1, Integer::sum);
        }
        case Presence.Ready _, Presence.Ringing _, Presence.Talking _, Presence.WrapUp _ -> {
          there++;
          states.merge(agent.presence().code(), 1, Integer::sum);
        }
      }
    }
    return new Team(there, states, there < LEAST ? null : pauses);
  }
}
