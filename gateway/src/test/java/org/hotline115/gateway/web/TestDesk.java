package org.hotline115.gateway.web;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.access.Stations;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.WatchedVertx;

/** The real HTTP server on a free port with a real PostgreSQL behind it, and a plain client. */
final class TestDesk implements AutoCloseable {

  static final String PASSWORD = "correct horse battery";

  final TickingClock clock = new TickingClock();
  final Database database = TestServers.database();
  final AccessFeature access = new AccessFeature(database, SessionLimits.SHIFT, clock);
  final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final WatchedVertx watched = new WatchedVertx();
  final Vertx vertx = watched.vertx();
  final UseCases useCases = new UseCases(vertx, 64, metrics);
  final WebSettings settings =
      new WebSettings(
          "127.0.0.1",
          0,
          URI.create("http://127.0.0.1:8115"),
          URI.create("ws://127.0.0.1:18088/ws"),
          true);
  final Gate gate = new Gate(settings, access.sessions());
  final Stations stations = new Stations(Map.of("claire-web", "s1", "claire", "s2"));
  private final List<Routes> features = new ArrayList<>();
  private Consumer<Router> outside = router -> {};
  private WebServer server;
  int port;

  TestDesk() {
    features.add(new SessionRoutes(access, stations, settings));
    for (Role role : Role.values()) {
      String name = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      account(role == Role.LISTENER ? "claire" : name, role);
    }
  }

  void account(String name, Role role) {
    access
        .createAccount()
        .create(new Account(new AgentId(name), name, role), PASSWORD, new AgentId("admin"));
  }

  TestDesk with(Routes feature) {
    features.add(feature);
    return this;
  }

  TestDesk outside(Consumer<Router> routes) {
    outside = routes;
    return this;
  }

  TestDesk start() {
    server =
        new WebServer(
            vertx, settings, gate, useCases, features, new WebServer.Outside(outside, metrics));
    port = server.start().await();
    return this;
  }

  WebServer server() {
    return server;
  }

  /** A browser that keeps its cookie and its CSRF token. */
  final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    String cookie = "";
    String csrf = "";

    Client signIn(String name) {
      HttpResponse<String> answer =
          post("/api/session", "{\"name\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}");
      if (answer.statusCode() != 200) {
        throw new AssertionError(answer.statusCode() + " " + answer.body());
      }
      cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
      csrf = answer.body().replaceAll(".*\"csrf\":\"([^\"]+)\".*", "$1");
      return this;
    }

    HttpResponse<String> get(String path) {
      return send("GET", path, null, Map.of());
    }

    HttpResponse<String> post(String path, String body) {
      return send("POST", path, body, Map.of());
    }

    HttpResponse<String> send(
        String method, String path, String body, Map<String, String> moreHeaders) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofString(body));
      if (!cookie.isEmpty()) {
        request.header("Cookie", cookie);
      }
      if (!method.equals("GET") && !csrf.isEmpty()) {
        request.header("X-CSRF-Token", csrf);
      }
      if (body != null && !moreHeaders.containsKey("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
      moreHeaders.forEach(request::setHeader);
      try {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException | InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  Client client() {
    return new Client();
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop().await();
    }
    useCases.close();
    database.close();
    watched.close();
  }
}
