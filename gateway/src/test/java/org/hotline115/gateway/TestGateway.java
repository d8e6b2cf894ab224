package org.hotline115.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.access.Stations;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallMetrics;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.FactSpool;
import org.hotline115.callflow.call.JdbcCallStore;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.callback.CallbackRules;
import org.hotline115.callflow.callback.InMemoryCallbackExchange;
import org.hotline115.callflow.caller.BlindIndex;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.JdbcCallerStore;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.contact.OpenContact;
import org.hotline115.callflow.freed.FreedFeature;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.message.AllowedHours;
import org.hotline115.callflow.message.DistressWords;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.callflow.message.Templates;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.placement.PlacementFeature;
import org.hotline115.callflow.queue.BecomeReady;
import org.hotline115.callflow.queue.ChoosePhone;
import org.hotline115.callflow.queue.HangUp;
import org.hotline115.callflow.queue.InMemoryAgentPhones;
import org.hotline115.callflow.queue.JdbcPresenceStore;
import org.hotline115.callflow.queue.KeepPlace;
import org.hotline115.callflow.queue.LiveQueues;
import org.hotline115.callflow.queue.Pause;
import org.hotline115.callflow.queue.PresenceOnCalls;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.queue.SignOff;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.search.SearchFeature;
import org.hotline115.callflow.shelter.AskingHours;
import org.hotline115.callflow.shelter.ShelterFeature;
import org.hotline115.callflow.shelter.ShelterSettings;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RedisServer;
import org.hotline115.callflow.store.Secret;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.NoTexts;
import org.hotline115.gateway.asterisk.PhoneKit;
import org.hotline115.gateway.config.CommuneFile;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;
import org.hotline115.gateway.sms.JournalSms;
import org.hotline115.gateway.sms.TextDoor;
import org.hotline115.gateway.sms.TwilioInbound;
import org.hotline115.gateway.sms.TwilioSettings;
import org.hotline115.gateway.web.AgentRoutes;
import org.hotline115.gateway.web.SoftphoneRoutes;
import org.hotline115.gateway.web.WebSettings;

/**
 * A whole gateway on real PostgreSQL and Redis, without an exchange: calls are told as facts, the
 * agents' phones are in memory.
 */
public final class TestGateway implements AutoCloseable {

  public static final String PASSWORD = "correct horse battery";
  public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  public static final URI PUBLIC = URI.create("http://127.0.0.1:8115");
  public static final GatewayConfig.Twilio TWILIO =
      new GatewayConfig.Twilio(
          "AC0123456789abcdef0123456789abcdef",
          new Secret("0123456789abcdef0123456789abcdef"),
          "+33937000000",
          "",
          "http://127.0.0.1:9");

  public final Database database;
  public final TestRedis redisProcess = TestServers.redis();
  public final RedisServer redis = redisProcess.connect();
  public final AccessFeature access;
  public final BoardFeature board;
  public final SearchFeature search;
  public final RecordCall calls;
  public final Callers callers;
  public final InMemoryAgentPhones phones = new InMemoryAgentPhones();
  public final InMemoryCallbackExchange callbackExchange = new InMemoryCallbackExchange();
  public final CallbackFeature callbacks;
  public final Presences presences;
  public final MessageFeature messages;
  public final ShelterFeature shelters;
  public final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  public final UseCases useCases;
  private final WatchedVertx watched = new WatchedVertx();
  public final Vertx vertx = watched.vertx();
  public final int port;
  public final PlacementFeature placements;
  public final RequestFeature requests;
  public final FreedFeature freed;
  private final DeskPart desk;

  /** The exchange, as far as features order something of it. */
  final TestExchange exchange = new TestExchange();

  public TestGateway(Path folder) {
    this(folder, new JournalSms());
  }

  public TestGateway(Path folder, SmsGateway sms) {
    this(folder, sms, TestServers.database());
  }

  /** {@code migrated}: a database that may go away and come back. */
  public TestGateway(Path folder, SmsGateway sms, Database migrated) {
    this(folder, sms, migrated, InstantSource.system());
  }

  /** {@code clock}: an evening, whatever the hour at which the test runs. */
  public TestGateway(Path folder, SmsGateway sms, Database migrated, InstantSource clock) {
    database = migrated;
    useCases = new UseCases(vertx, 256, metrics);
    Cipher cipher = new Cipher(List.of("a-cipher-secret-that-is-long-enough-for-tests"));
    callers =
        new Callers(
            new PhoneNumbers("FR"),
            new BlindIndex(new Secret("an-index-secret-that-is-long-enough-for-tests"), 1),
            cipher);
    access = new AccessFeature(database, SessionLimits.SHIFT, clock);
    for (String[] account :
        new String[][] {
          {"claire", "LISTENER"},
          {"karim", "LISTENER"},
          {"sophie", "SUPERVISOR"},
          {"nadia", "COORDINATOR"},
          {"lilas", "PLACE_MANAGER"},
          {"admin", "ADMIN"}
        }) {
      access
          .createAccount()
          .create(
              new Account(new AgentId(account[0]), account[0], Role.valueOf(account[1])),
              PASSWORD,
              new AgentId("test"));
    }
    ContactFeature contacts = new ContactFeature(database, cipher, access.audit(), clock);
    board =
        new BoardFeature(
            new BoardFeature.Ground(
                database,
                redis,
                new Departement("34"),
                PARIS,
                clock,
                metrics,
                PlaceBoard.HoldTimes.DEFAULT));
    placements =
        new PlacementFeature(
            new PlacementFeature.Ground(
                database,
                access.audit(),
                new Departement("34"),
                PARIS,
                clock,
                metrics,
                Duration.ofMinutes(30)),
            board);
    requests =
        new RequestFeature(
            new RequestFeature.Ground(
                database, access.audit(), new Departement("34"), metrics, clock, PARIS),
            board,
            placements,
            new ContactFactsOfForm(contacts.readContacts()));
    Communes communes = CommuneFile.read(Path.of("../config"));
    search = new SearchFeature(new SearchFeature.Ground(database, communes, clock, PARIS), board);
    Coordination coordination =
        new Coordination(
            new Coordination.Ground(database, new Departement("34"), clock, PARIS, List.of()),
            access,
            board);
    freed =
        new FreedFeature(
            new FreedFeature.Ground(
                database, access.audit(), new Departement("34"), clock, metrics),
            board,
            search.searchPlaces(),
            requests,
            coordination.priority().rules());
    JdbcCallStore callStore = new JdbcCallStore(database, CallRules.DEFAULTS);
    JdbcCallerStore callerStore = new JdbcCallerStore(database, callers);
    calls =
        new RecordCall(
            callStore,
            callerStore,
            new FactSpool(folder.resolve("spool"), 1_000),
            CallRules.DEFAULTS,
            new CallMetrics(metrics));
    presences = new Presences(new JdbcPresenceStore(database), clock);
    LiveQueues queues = new LiveQueues(presences, CallRules.DEFAULTS, clock);
    calls.observe(new PresenceOnCalls(presences, phones, CallRules.DEFAULTS));
    calls.observe(queues);
    messages =
        new MessageFeature(
            new MessageFeature.Ground(database, cipher, clock, metrics),
            new MessageFeature.Settings(
                Templates.read(Path.of("../config/texts")),
                DistressWords.read(Path.of("../config/distress.txt")),
                "04 65 71 00 00",
                PARIS,
                AllowedHours.DEFAULT),
            sms);
    callbacks =
        new CallbackFeature(
            new CallbackFeature.Ground(
                database,
                callers,
                callerStore,
                calls,
                new PhoneNumbers("FR"),
                access.audit(),
                clock,
                PARIS),
            CallbackRules.DEFAULTS,
            callbackExchange,
            new NoTexts(),
            new KeepPlace(callStore, Duration.ofMinutes(10), clock));
    shelters =
        new ShelterFeature(
            new ShelterFeature.Ground(
                database,
                cipher,
                new Secret("a-code-secret-that-is-long-enough-for-tests"),
                access.audit(),
                new Departement("34"),
                clock,
                metrics),
            new ShelterSettings(
                AskingHours.DEFAULT,
                true,
                URI.create("http://127.0.0.1:8115"),
                Duration.ofHours(12),
                PARIS),
            board,
            messages);
    LineFeature lines = lines(folder, clock);
    TestWings.Ground ground =
        new TestWings.Ground(
            contacts, coordination, callStore, callerStore, lines, communes, clock, cipher);
    Set<String> queue = Set.of("public");
    desk =
        new DeskPart(
            new DeskPart.Ground(vertx, useCases, database, metrics, clock, PARIS),
            new WebSettings("127.0.0.1", 0, PUBLIC, URI.create("ws://127.0.0.1:18088/ws"), false),
            new DeskPart.Features(
                access,
                contacts,
                contacts.openOnAnswer(CallRules.DEFAULTS, _ -> OpenContact.Keyed.NOTHING),
                board,
                requests,
                messages,
                callbacks,
                lines),
            new DeskPart.Calls(calls, callStore, callers, callerStore),
            new DeskPart.Telephone(
                presences,
                queues,
                "public",
                new AgentRoutes.Moves(
                    new ChoosePhone(presences, phones, queue),
                    new BecomeReady(presences, phones, queue),
                    new Pause(presences, phones, queue),
                    new SignOff(presences, phones),
                    new HangUp(calls, phones, exchange.colleagues())),
                new Stations(Map.of("claire-web", "s1", "claire", "s2", "karim-web", "s3")),
                new SoftphoneRoutes.Exchange(
                    URI.create("ws://127.0.0.1:18088/ws"), "127.0.0.1", 15060),
                Optional.empty(),
                () -> !phones.down),
            new TestWings(this, ground).all());
    board.subscribe(requests.followHolds());
    try {
      new DemoSites(coordination, board, clock).load(Path.of("../config/demo"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    access.managedSites().change(new AgentId("lilas"), Set.of("lilas"), new AgentId("test"));
    board.start();
    port = desk.start();
    await("the board is up", () -> desk.parts().get("board").equals("UP"));
  }

  /** As of a gateway whose settings say that this is its public address. */
  public TextDoor textDoor(URI publicUrl) {
    return new TwilioInbound(
        useCases,
        messages.receiveText(),
        Recipients.of(callers),
        messages.refusedWebhooks(),
        new TwilioSettings(TWILIO, publicUrl),
        metrics);
  }

  public static void await(String what, BooleanSupplier isTrue) {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come true that " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  public Map<String, String> parts() {
    return desk.parts();
  }

  /** From now on this agent talks with the caller of this number, who rang a minute ago. */
  public void talks(CallId call, AgentId agent, String number) {
    // Asterisk's own clock is no finer
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    calls.accept(
        new CallFact.Arrived(call, now.minusSeconds(60), "public", callers.identify(number)));
    calls.accept(new CallFact.EnteredQueue(call, now.minusSeconds(50), "public", 1));
    calls.accept(new CallFact.AgentConnected(call, now.minusSeconds(40), agent, 2));
  }

  /** The contact that opened when this agent answered a call of this number; the call is over. */
  public String answered(TestBrowser desk, AgentId agent, String number) {
    CallId call = new CallId("hotline1-" + System.nanoTime() + ".1");
    Instant now = Instant.now();
    calls.accept(new CallFact.Arrived(call, now, "public", callers.identify(number)));
    calls.accept(new CallFact.EnteredQueue(call, now, "public", 1));
    calls.accept(new CallFact.AgentRinging(call, now, agent));
    calls.accept(new CallFact.AgentConnected(call, now, agent, 0));
    String opened = "\"callId\":\"" + call.linkedid() + "\"";
    await(
        "the contact is open", () -> desk.get("/api/contacts?state=open").body().contains(opened));
    calls.accept(new CallFact.TalkEnded(call, now));
    calls.accept(new CallFact.Ended(call, now, 16));
    return database.with(handle ->
        handle
            .createQuery("SELECT contact_id::text FROM contact WHERE call_id = :callId")
            .bind("callId", call.linkedid())
            .mapTo(String.class)
            .one());
  }

  public TestBrowser browser() {
    return new TestBrowser(port);
  }

  private LineFeature lines(Path folder, InstantSource clock) {
    return new LineFeature(
        new LineFeature.Ground(database, access.audit(), clock, PARIS),
        PhoneKit.LINES.stream().map(LineSetting::plan).toList(),
        exchange,
        new LineFeature.Messages(folder.resolve("voicemail"), Duration.ofDays(30)));
  }

  @Override
  public void close() {
    desk.close();
    board.close();
    requests.close();
    useCases.close();
    redis.close();
    redisProcess.close();
    database.close();
    watched.close();
  }
}
