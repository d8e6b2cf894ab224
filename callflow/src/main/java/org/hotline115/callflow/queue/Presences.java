package org.hotline115.callflow.queue;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All agents, in memory, each change written behind. Fail-open: PostgreSQL away does not stop an
 * agent from answering; what could not be written is written by {@link #saveUnsaved}.
 */
public final class Presences {

  private static final Logger log = LoggerFactory.getLogger(Presences.class);

  private final PresenceStore store;
  private final InstantSource clock;
  private final Map<AgentId, AgentPresence> agents = new ConcurrentHashMap<>();
  private final Map<AgentId, AgentPresence> unsaved = new ConcurrentHashMap<>();
  private final List<PresenceObserver> observers = new CopyOnWriteArrayList<>();

  public Presences(PresenceStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public void observe(PresenceObserver observer) {
    observers.add(observer);
  }

  /** Learns what is on file. Agents already known here are fresher than the file. */
  public void load() {
    store.all().forEach(presence -> agents.putIfAbsent(presence.agent(), presence));
  }

  public AgentPresence of(AgentId agent) {
    AgentPresence known = agents.get(agent);
    return known == null ? AgentPresence.offline(agent, clock.instant()) : known;
  }

  public List<AgentPresence> all() {
    return List.copyOf(agents.values());
  }

  /**
   * The one transition: changes, writes, logs, tells. One at a time, so observers see the order.
   */
  synchronized AgentPresence change(AgentId agent, UnaryOperator<AgentPresence> step) {
    AgentPresence before = of(agent);
    AgentPresence after = step.apply(before);
    if (after.equals(before)) {
      agents.put(agent, after);
      return after;
    }
    agents.put(agent, after);
    save(after);
    log.atInfo()
        .addKeyValue("agent", agent)
        .addKeyValue("from", before.presence().code())
        .addKeyValue("to", after.presence().code())
        .log("an agent changed");
    for (PresenceObserver observer : observers) {
      tell(observer, before, after);
    }
    return after;
  }

  AgentPresence move(AgentId agent, Presence next) {
    return change(
        agent, presence -> presence.now(next, clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }

  private static void tell(PresenceObserver observer, AgentPresence before, AgentPresence after) {
    try {
      observer.presenceChanged(before, after);
    } catch (RuntimeException e) {
      log.atError()
          .setCause(e)
          .addKeyValue("agent", after.agent())
          .log("an observer of an agent failed");
    }
  }

  private void save(AgentPresence presence) {
    try {
      if (unsaved.isEmpty()) {
        store.save(presence);
        return;
      }
    } catch (RecordsAway away) {
      log.atWarn().addKeyValue("agent", presence.agent()).log("a presence waits for the records");
    }
    unsaved.put(presence.agent(), presence);
  }

  /** Called every second by the gateway; cheap when there is nothing. */
  public synchronized void saveUnsaved() {
    try {
      for (AgentPresence presence : List.copyOf(unsaved.values())) {
        store.save(presence);
        unsaved.remove(presence.agent(), presence);
      }
    } catch (RecordsAway away) {
      log.atDebug().log("presences still wait for the records");
    }
  }
}
