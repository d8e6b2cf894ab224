package org.hotline115.gateway.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.queue.LiveQueues;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/** Everything a desk needs when it is loaded; from then on the live socket tells the changes. */
public final class DeskRoutes implements Routes {

  /** The cards, and which one belongs on an agent's desk now. */
  public record CardSource(Cards cards, Function<AgentId, Optional<Cards.Card>> ofAgent) {}

  private final Presences presences;
  private final LiveQueues queues;
  private final String queue;
  private final CardSource cards;
  private final DisplayNames names;
  private final Supplier<Map<String, String>> parts;

  public DeskRoutes(
      Presences presences,
      LiveQueues queues,
      String queue,
      CardSource cards,
      DisplayNames names,
      Supplier<Map<String, String>> parts) {
    this.presences = presences;
    this.queues = queues;
    this.queue = queue;
    this.cards = cards;
    this.names = names;
    this.parts = parts;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/desk", this::desk);
    api.get("/api/calls/waiting", _ -> Answer.ok(cards.cards().inOrder()));
  }

  private Answer desk(ApiRequest request) {
    AgentId agent = request.agent();
    Map<String, @Nullable Object> desk = new LinkedHashMap<>();
    desk.put("me", AgentView.of(presences.of(agent), names.of(agent)));
    desk.put("calls", cards.cards().waiting());
    desk.put("card", cards.ofAgent().apply(agent).orElse(null));
    desk.put("openContacts", openContacts(agent));
    desk.put("queue", queues.view(queue));
    desk.put("parts", parts.get());
    return Answer.ok(desk);
  }

  private List<Cards.ContactView> openContacts(AgentId agent) {
    try {
      return cards.cards().openContacts(agent);
    } catch (RecordsAway away) {
      return List.of(); // the page says that the records are down
    }
  }
}
