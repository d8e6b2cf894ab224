package org.hotline115.gateway.live;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallObserver;
import org.hotline115.callflow.contact.Contact;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the right card to each agent. A card is put together from the records beside the call's
 * lane; for one agent never two at a time, and the last one told is always of the latest state.
 */
public final class LiveCards implements CallObserver, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LiveCards.class);

  /** The card that belongs on this agent's desk now, null for none. May block. */
  public interface Source {
    @Nullable Object of(AgentId agent);

    /** The agents whom a call rings or who talk in it. */
    Set<AgentId> agentsOf(Call call);
  }

  /** 1: being made; 2: something changed meanwhile, make it once more. */
  private final Map<AgentId, Integer> making = new ConcurrentHashMap<>();

  private final Source source;
  private final BiConsumer<AgentId, @Nullable Object> tell;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("card-", 0).factory());

  LiveCards(Source source, BiConsumer<AgentId, @Nullable Object> tell) {
    this.source = source;
    this.tell = tell;
  }

  @Override
  public void callChanged(Call before, Call after) {
    Set<AgentId> all = new HashSet<>(source.agentsOf(before));
    all.addAll(source.agentsOf(after));
    all.forEach(this::show);
  }

  /** The contact is on record: the card can name it. */
  public void contactOpened(Contact contact) {
    show(contact.agent());
  }

  void show(AgentId agent) {
    int state = making.merge(agent, 1, (already, one) -> 2);
    if (state == 1) {
      threads.execute(() -> make(agent));
    }
  }

  private void make(AgentId agent) {
    do {
      making.put(agent, 1);
      try {
        tell.accept(agent, source.of(agent));
      } catch (RuntimeException bug) {
        LOG.atError().setCause(bug).addKeyValue("agent", agent).log("a card was not made");
      }
    } while (!making.remove(agent, 1));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
