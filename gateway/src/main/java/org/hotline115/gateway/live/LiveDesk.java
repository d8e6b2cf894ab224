package org.hotline115.gateway.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.access.SessionCheck;
import org.hotline115.callflow.access.Sessions;
import org.hotline115.callflow.board.BoardChange;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.board.BoardListener;
import org.hotline115.callflow.board.BoardPicture;
import org.hotline115.callflow.board.BoardView;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.queue.AgentPresence;
import org.hotline115.callflow.queue.LiveQueues;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.queue.PresenceObserver;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.queue.QueueView;
import org.hotline115.gateway.health.Parts;
import org.hotline115.gateway.web.AgentView;
import org.hotline115.gateway.web.HoldView;
import org.hotline115.gateway.web.Json;
import org.jspecify.annotations.Nullable;

/**
 * Tells the open pages what changes. A page first hears hello and a snapshot, then numbered
 * changes; when its numbers have a gap it asks for a snapshot again. Snapshots and changes are told
 * under one lock, so that no change is lost between the two.
 */
public final class LiveDesk implements BoardListener, PresenceObserver {

  /** What a page can be told of. */
  public record Sources(
      ReadBoard board,
      Presences presences,
      LiveQueues queues,
      String queue,
      DisplayNames names,
      Parts parts) {}

  /** After a restart all pages come back at once: one snapshot serves them until a change. */
  private static final Duration SNAPSHOT_LASTS = Duration.ofSeconds(1);

  private final String epoch = UUID.randomUUID().toString();
  private final LiveHub hub;
  private final Sources sources;
  private final Sessions sessions;
  private final LiveCards cards;
  private final InstantSource clock;
  private @Nullable QueueView lastQueue;
  private @Nullable Snapshot lastSnapshot;

  private record Snapshot(String board, String holds, Instant at) {}

  public LiveDesk(
      Vertx vertx,
      Sources sources,
      Sessions sessions,
      LiveCards.Source cards,
      InstantSource clock,
      MeterRegistry metrics) {
    this.hub = new LiveHub(vertx, clock, metrics);
    this.sources = sources;
    this.sessions = sessions;
    this.clock = clock;
    this.cards = new LiveCards(cards, (agent, card) -> hub.tell(agent, message("card", card)));
    sessions.whenEnded(hub::endSession);
    sources.parts().whenChanged(parts -> hub.tell(_ -> true, message("parts", parts)));
  }

  LiveHub hub() {
    return hub;
  }

  public LiveCards cards() {
    return cards;
  }

  /** The first words to a page that has just come. */
  synchronized void greet(LiveSocket socket) {
    Map<String, Object> hello = new LinkedHashMap<>();
    hello.put("type", "hello");
    hello.put("epoch", epoch);
    hello.put("parts", sources.parts().now());
    hub.tellOne(socket, Json.text(hello));
    snapshot(socket);
    hub.add(socket);
    if (socket.isDesk()) {
      AgentId agent = socket.session().agent();
      hub.tellOne(socket, me(sources.presences().of(agent)));
      hub.tellOne(socket, message("queue", sources.queues().view(sources.queue())));
      cards.show(agent);
    }
  }

  /** A snapshot because the page missed something. */
  synchronized void resync(LiveSocket socket) {
    snapshot(socket);
  }

  private void snapshot(LiveSocket socket) {
    Snapshot now = snapshot();
    hub.tellOne(socket, now.board());
    if (socket.isDesk()) {
      hub.tellOne(socket, now.holds());
    }
  }

  private Snapshot snapshot() {
    Snapshot last = lastSnapshot;
    Instant now = clock.instant();
    if (last == null || !now.isBefore(last.at().plus(SNAPSHOT_LASTS))) {
      last = new Snapshot(boardSnapshot(), holdsSnapshot(), now);
      lastSnapshot = last;
    }
    return last;
  }

  private String boardSnapshot() {
    BoardView view = sources.board().view(Household.ANYBODY);
    ObjectNode board = Json.object();
    board.put("type", "board");
    board.put("version", view.version());
    board.put("nightOf", view.nightOf().toString());
    board.put("asOf", view.asOf().toString());
    board.set("groups", groups(view.groups()));
    return board.toString();
  }

  /** Whether a group fits depends on the household, which only the page knows. */
  private static ArrayNode groups(List<GroupView> groups) {
    ArrayNode array = Json.array();
    for (GroupView group : groups) {
      ObjectNode node = Json.tree(group);
      node.remove(List.of("fits", "misfit"));
      array.add(node);
    }
    return array;
  }

  private String holdsSnapshot() {
    return message(
        "holds",
        sources.board().holds().stream().map(hold -> HoldView.of(hold, sources.names())).toList());
  }

  private String me(AgentPresence presence) {
    return message("me", AgentView.of(presence, sources.names().of(presence.agent())));
  }

  private static String message(String type, @Nullable Object body) {
    Map<String, @Nullable Object> message = new HashMap<>();
    message.put("type", type);
    message.put(type, body);
    return Json.text(message);
  }

  @Override
  public synchronized void boardChanged(List<BoardChange> changes) {
    lastSnapshot = null;
    for (BoardChange change : changes) {
      ObjectNode message = Json.object();
      message.put("type", "boardChange");
      message.put("version", change.version());
      message.set("groups", groups(sources.board().groups(List.of(change))));
      hub.tell(_ -> true, message.toString());
      change
          .hold()
          .ifPresent(hold ->
              hub.tell(LiveSocket::isDesk, message("hold", HoldView.of(hold, sources.names()))));
    }
  }

  @Override
  public synchronized void boardReset(BoardPicture picture) {
    lastSnapshot = null;
    if (hub.isEmpty()) {
      return;
    }
    Snapshot now = snapshot();
    hub.tell(_ -> true, now.board());
    hub.tell(LiveSocket::isDesk, now.holds());
  }

  /** Told with the other parts. */
  @Override
  public void boardTurned(BoardLight light) {}

  @Override
  public void presenceChanged(AgentPresence before, AgentPresence after) {
    hub.tell(after.agent(), me(after));
    switch (after.presence()) {
      case Presence.Ringing _, Presence.Talking _ -> {} // his call tells the cards itself
      case Presence.Offline _, Presence.Ready _, Presence.Paused _, Presence.WrapUp _ ->
          cards.show(after.agent());
    }
  }

  /** Something that all open desks shall hear, under its own name. */
  public void tellDesks(String type, Object body) {
    hub.tell(LiveSocket::isDesk, message(type, body));
  }

  /** Once a second: the queue's figures when they differ, and the sessions that have ended. */
  public void tick() {
    QueueView now = sources.queues().view(sources.queue());
    if (differs(now)) {
      lastQueue = now;
      hub.tell(LiveSocket::isDesk, message("queue", now));
    }
  }

  private boolean differs(QueueView now) {
    return lastQueue == null
        || now.waiting() != lastQueue.waiting()
        || now.agentsReady() != lastQueue.agentsReady()
        || now.agentsTalking() != lastQueue.agentsTalking()
        || !Optional.ofNullable(now.longestWaitSince())
            .equals(Optional.ofNullable(lastQueue.longestWaitSince()));
  }

  /** Every few seconds, off the event loop: a role lowered elsewhere ends the socket. */
  public void checkSessions() {
    for (LiveSocket socket : hub.open()) {
      boolean over =
          switch (sessions.check(socket.session().tokenHash())) {
            case SessionCheck.Valid valid -> valid.session().role() != socket.session().role();
            case SessionCheck.SignedOut _ -> true;
            case SessionCheck.RecordsDown _ -> false; // fail-open: nobody loses the desk for that
          };
      if (over) {
        hub.endSession(socket.session().tokenHash());
      }
    }
  }

  public void close() {
    hub.closeAll();
    cards.close();
  }
}
