package org.hotline115.gateway;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Stations;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallStore;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.contact.OpenOnAnswer;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.queue.LiveQueues;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.store.Database;
import org.hotline115.gateway.health.HealthRoutes;
import org.hotline115.gateway.health.Parts;
import org.hotline115.gateway.live.LiveCards;
import org.hotline115.gateway.live.LiveDesk;
import org.hotline115.gateway.live.LiveRoutes;
import org.hotline115.gateway.web.AgentRoutes;
import org.hotline115.gateway.web.Cards;
import org.hotline115.gateway.web.ContactRoutes;
import org.hotline115.gateway.web.DeskRoutes;
import org.hotline115.gateway.web.Gate;
import org.hotline115.gateway.web.LanguageRoutes;
import org.hotline115.gateway.web.OpenApiRoute;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.SessionRoutes;
import org.hotline115.gateway.web.SoftphoneRoutes;
import org.hotline115.gateway.web.WebServer;
import org.hotline115.gateway.web.WebSettings;
import org.hotline115.gateway.web.WhyNow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires what browsers meet: the routes, the live socket, health, and the jobs behind them. */
public final class DeskPart implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeskPart.class);

  /** What everything here stands on. */
  public record Ground(
      Vertx vertx,
      UseCases useCases,
      Database database,
      PrometheusMeterRegistry metrics,
      InstantSource clock,
      ZoneId zone) {}

  /** The features that a desk shows and moves. */
  public record Features(
      AccessFeature access,
      ContactFeature contacts,
      OpenOnAnswer openOnAnswer,
      BoardFeature board,
      RequestFeature requests,
      MessageFeature messages,
      CallbackFeature promises,
      LineFeature lines) {}

  /** Calls and who called. */
  public record Calls(
      RecordCall calls, CallStore callStore, Callers callers, CallerStore callerStore) {}

  /** Agents, their phones and the exchange. {@code answers}: the AMI link is up. */
  public record Telephone(
      Presences presences,
      LiveQueues queues,
      String queue,
      AgentRoutes.Moves moves,
      Stations stations,
      SoftphoneRoutes.Exchange exchange,
      Optional<SoftphoneRoutes.DemoCaller> demoCaller,
      BooleanSupplier answers) {}

  private final List<Wing> wings;
  private final Ground ground;
  private final Features features;
  private final Telephone telephone;
  private final Calls calls;
  private final Parts parts = new Parts();
  private final Cards cards;
  private final LiveDesk live;
  private final WebServer server;
  private final Jobs jobs = new Jobs("desk-jobs", 3);

  /** {@code wings} are closed in the reverse of their order. */
  public DeskPart(
      Ground ground,
      WebSettings settings,
      Features features,
      Calls calls,
      Telephone telephone,
      List<Wing> wings) {
    this.wings = List.copyOf(wings);
    this.ground = ground;
    this.features = features;
    this.telephone = telephone;
    this.calls = calls;
    this.cards = new Cards(sources(), whyNow(), ground.clock());
    this.live = live();
    Gate gate = new Gate(settings, features.access().sessions());
    this.server =
        new WebServer(
            ground.vertx(),
            settings,
            gate,
            ground.useCases(),
            routes(settings),
            new WebServer.Outside(outside(gate), ground.metrics()));
    watch();
  }

  private Cards.Sources sources() {
    return new Cards.Sources(
        calls.calls(),
        calls.callStore(),
        calls.callers(),
        calls.callerStore(),
        features.contacts().readContacts(),
        caller -> features.requests().readRequests().lastOf(caller).map(Object.class::cast));
  }

  private WhyNow whyNow() {
    return new WhyNow(
        new WhyNow.Sources(
            calls.calls()::stateOf,
            calls.callStore(),
            features.promises().readCallbacks()::behind,
            features.lines()::putFirst,
            features.access().displayNames()::of,
            features.access().agentLanguages()::speaks,
            left -> features.lines().answerVoicemails().ofCall(left).isPresent()),
        ground.clock(),
        ground.zone());
  }

  private LiveDesk live() {
    return new LiveDesk(
        ground.vertx(),
        new LiveDesk.Sources(
            features.board().readBoard(),
            telephone.presences(),
            telephone.queues(),
            telephone.queue(),
            features.access().displayNames(),
            parts),
        features.access().sessions(),
        new LiveCards.Source() {
          @Override
          public Cards.@Nullable Card of(AgentId agent) {
            return card(agent).orElse(null);
          }

          @Override
          public Set<AgentId> agentsOf(Call call) {
            return cards.agentsOf(call);
          }
        },
        ground.clock(),
        ground.metrics());
  }

  /** The call on the agent's line, or the one being wrapped up. */
  private Optional<Cards.Card> card(AgentId agent) {
    return telephone.presences().of(agent).presence() instanceof Presence.WrapUp wrapUp
        ? cards.ofEnded(wrapUp.call())
        : cards.ofAgent(agent);
  }

  private List<Routes> routes(WebSettings settings) {
    return Stream.concat(
            ownRoutes(settings).stream(), wings.stream().flatMap(wing -> wing.routes().stream()))
        .toList();
  }

  private List<Routes> ownRoutes(WebSettings settings) {
    AccessFeature access = features.access();
    return List.of(
        new SessionRoutes(access, telephone.stations(), settings),
        new DeskRoutes(
            telephone.presences(),
            telephone.queues(),
            telephone.queue(),
            new DeskRoutes.CardSource(cards, this::card),
            access.displayNames(),
            parts::now),
        new AgentRoutes(
            telephone.moves(),
            telephone.presences(),
            telephone.stations(),
            features.contacts().readContacts(),
            access.displayNames()),
        new LanguageRoutes(access.agentLanguages()),
        new SoftphoneRoutes(telephone.exchange(), telephone.stations(), telephone.demoCaller()),
        new ContactRoutes(features.contacts(), cards, this::wrappedUp),
        new OpenApiRoute());
  }

  /** The contact is closed: the call is wrapped up, and who wrapped it up is free again. */
  private void wrappedUp(Contact contact) {
    CallId callId = contact.callId();
    if (callId == null) {
      return;
    }
    calls
        .calls()
        .accept(
            new CallFact.WrappedUp(
                callId, RecordCall.moment(ground.clock().instant()), contact.agent()));
    if (telephone.presences().of(contact.agent()).presence() instanceof Presence.WrapUp wrapUp
        && wrapUp.call().equals(callId)) {
      telephone.moves().becomeReady().afterWrapUp(contact.agent());
    }
  }

  private Consumer<Router> outside(Gate gate) {
    HealthRoutes health = new HealthRoutes(parts, ground.metrics());
    LiveRoutes socket = new LiveRoutes(live, gate, ground.useCases());
    return router -> {
      health.accept(router);
      socket.accept(router);
      wings.forEach(wing -> wing.webhooks().forEach(webhook -> webhook.accept(router)));
    };
  }

  private void watch() {
    parts.watch(Parts.TELEPHONE, telephone.answers());
    parts.watch(Parts.BOARD, () -> features.board().readBoard().light() == BoardLight.UP);
    parts.watch(Parts.RECORDS, ground.database()::answers);
    parts.watch(Parts.TEXTS, features.messages()::isSending);
    features.board().subscribe(live);
    telephone.presences().observe(live);
    calls.calls().observe(features.openOnAnswer());
    calls.calls().observe(live.cards());
    features.openOnAnswer().whenOpened(live.cards()::contactOpened);
  }

  /** Starts listening and the jobs; returns the port. */
  public int start() {
    parts.start();
    int port = server.start().await();
    wings.forEach(wing -> wing.start(jobs, live::tellDesks));
    jobs.every(Duration.ofSeconds(1), "queue figures", live::tick);
    jobs.every(Duration.ofSeconds(2), "unopened contacts", features.openOnAnswer()::retry);
    jobs.every(Duration.ofSeconds(5), "live sessions", live::checkSessions);
    jobs.every(Duration.ofMinutes(10), "old sessions", features.access().sessions()::purge);
    LOG.atInfo().addKeyValue("port", port).log("desks are served");
    return port;
  }

  public Map<String, String> parts() {
    return parts.now();
  }

  @Override
  public void close() {
    jobs.close();
    live.close();
    server.stop().await();
    wings.reversed().forEach(Wing::close);
    features.openOnAnswer().close();
    parts.close();
  }
}
