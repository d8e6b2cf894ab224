package org.hotline115.gateway.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.access.Stations;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactChannel;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.placement.PlacementFeature;
import org.hotline115.callflow.request.RequestFeature;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.gateway.ContactFactsOfForm;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.web.BoardRoutes;
import org.hotline115.gateway.web.Gate;
import org.hotline115.gateway.web.HoldRoutes;
import org.hotline115.gateway.web.PromiseText;
import org.hotline115.gateway.web.SearchRoutes;
import org.hotline115.gateway.web.SessionRoutes;
import org.hotline115.gateway.web.WebServer;
import org.hotline115.gateway.web.WebSettings;

/**
 * The board behind the real HTTP server: session, CSRF check, contact, hold; 50 keep-alive lines.
 */
final class HoldsOverHttp implements AutoCloseable {

  private static final int CONNECTIONS = 50;
  private static final String PASSWORD = "correct horse battery";
  private static final AgentId AGENT = new AgentId("claire");

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final UseCases useCases = new UseCases(vertx, 256, meters);
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions().setKeepAlive(true),
          new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  private final RequestFeature requests;
  private final ContactId contact;
  private final int port;
  private String cookie = "";
  private String csrf = "";

  /** What a run measured. */
  record Measured(double perSecond, double p99Millis) {}

  HoldsOverHttp(Database database, BoardFeature board, ZoneId zone) {
    InstantSource clock = InstantSource.system();
    AccessFeature access = new AccessFeature(database, SessionLimits.SHIFT, clock);
    access.createAccount().create(new Account(AGENT, "Claire B.", Role.LISTENER), PASSWORD, AGENT);
    ContactFeature contacts =
        new ContactFeature(
            database,
            new Cipher(List.of("a-cipher-secret-only-for-the-bench")),
            access.audit(),
            clock);
    Contact opened =
        contacts
            .openContact()
            .withoutCall(new ContactId(UUID.randomUUID()), ContactChannel.IN_PERSON, AGENT);
    this.contact = opened.id();
    this.requests =
        new RequestFeature(
            new RequestFeature.Ground(
                database, access.audit(), new Departement("34"), meters, clock, zone),
            board,
            new PlacementFeature(
                new PlacementFeature.Ground(
                    database,
                    access.audit(),
                    new Departement("34"),
                    zone,
                    clock,
                    meters,
                    Duration.ofMinutes(30)),
                board),
            new ContactFactsOfForm(contacts.readContacts()));
    WebSettings settings =
        new WebSettings(
            "127.0.0.1",
            0,
            URI.create("http://127.0.0.1:8115"),
            URI.create("ws://127.0.0.1:18088/ws"),
            false);
    PromiseText noText = (placement, contactId, by) -> PromiseText.Outcome.NOT_AGREED;
    WebServer server =
        new WebServer(
            vertx,
            settings,
            new Gate(settings, access.sessions()),
            useCases,
            List.of(
                new SessionRoutes(access, new Stations(Map.of()), settings),
                new BoardRoutes(board, access.managedSites(), access.displayNames()),
                new SearchRoutes(board.searchPlaces(Communes.NONE), Communes.NONE),
                new HoldRoutes(
                    board,
                    board.searchPlaces(Communes.NONE),
                    requests,
                    contacts,
                    noText,
                    access.displayNames())),
            new WebServer.Outside(router -> {}, meters));
    this.port = server.start().await();
    signIn();
  }

  private void signIn() {
    String body = "{\"name\":\"claire\",\"password\":\"" + PASSWORD + "\"}";
    record Answer(int status, String cookie, String text) {}
    Answer answer =
        client
            .request(options(HttpMethod.POST, "/api/session"))
            .compose(request -> request.send(body))
            .compose(response ->
                response
                    .body()
                    .map(text ->
                        new Answer(
                            response.statusCode(),
                            response.getHeader("Set-Cookie"),
                            text.toString())))
            .await();
    if (answer.status() != 200) {
      throw new IllegalStateException("signing in: " + answer.status() + " " + answer.text());
    }
    cookie = answer.cookie().split(";")[0];
    csrf = answer.text().replaceAll(".*\"csrf\":\"([^\"]+)\".*", "$1");
  }

  private RequestOptions options(HttpMethod method, String path) {
    RequestOptions options =
        new RequestOptions().setMethod(method).setHost("127.0.0.1").setPort(port).setURI(path);
    options.putHeader("Content-Type", "application/json");
    if (!cookie.isEmpty()) {
      options.putHeader("Cookie", cookie).putHeader("X-CSRF-Token", csrf);
    }
    return options;
  }

  /** Keeps all lines busy for so many seconds; every answer must be 201. */
  Measured hold(int seconds) throws InterruptedException {
    AtomicLong number = new AtomicLong();
    return run(
        seconds,
        201,
        () ->
            new Asked(
                HttpMethod.POST,
                "/api/holds",
                "{\"holdId\":\"%s\",\"placeGroupId\":\"group-%d\",\"places\":1,\"contactId\":\"%s\"}"
                    .formatted(UUID.randomUUID(), number.incrementAndGet() % 100, contact)));
  }

  private record Asked(HttpMethod method, String path, String body) {}

  private interface Asking {
    Asked next();
  }

  private Measured run(int seconds, int expected, Asking asking) throws InterruptedException {
    long started = System.nanoTime();
    long end = started + seconds * 1_000_000_000L;
    AtomicInteger answers = new AtomicInteger();
    double[] millis = new double[1_000_000];
    CountDownLatch lines = new CountDownLatch(CONNECTIONS);
    String[] wrong = new String[1];
    for (int i = 0; i < CONNECTIONS; i++) {
      vertx.runOnContext(go -> ask(asking, expected, end, answers, millis, lines, wrong));
    }
    lines.await();
    if (wrong[0] != null) {
      throw new IllegalStateException(wrong[0]);
    }
    double perSecond = answers.get() * 1e9 / (System.nanoTime() - started);
    double[] sorted = Arrays.copyOf(millis, answers.get());
    Arrays.sort(sorted);
    return new Measured(perSecond, sorted[(int) (sorted.length * 0.99)]);
  }

  private void ask(
      Asking asking,
      int expected,
      long end,
      AtomicInteger answers,
      double[] millis,
      CountDownLatch lines,
      String[] wrong) {
    if (System.nanoTime() >= end || wrong[0] != null) {
      lines.countDown();
      return;
    }
    Asked asked = asking.next();
    long started = System.nanoTime();
    client
        .request(options(asked.method(), asked.path()))
        .compose(request -> request.send(asked.body()))
        .compose(response ->
            response.body().map(body -> response.statusCode() == expected ? "" : "" + body))
        .onComplete(done -> {
          if (done.failed() || !done.result().isEmpty()) {
            wrong[0] = done.failed() ? done.cause().toString() : done.result();
          } else {
            millis[answers.getAndIncrement()] = (System.nanoTime() - started) / 1e6;
          }
          ask(asking, expected, end, answers, millis, lines, wrong);
        });
  }

  @Override
  public void close() {
    requests.close();
    client.close().await();
    useCases.close();
    vertx.close().await();
  }
}
