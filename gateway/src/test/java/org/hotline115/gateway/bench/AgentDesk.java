package org.hotline115.gateway.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * An agent's page without a browser: signed in, on the live socket, available. After each call it
 * closes the contact with its seven codes, and so is available again.
 */
final class AgentDesk implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 20;
  private static final String CODES =
      "{\"version\":1,\"callerKind\":\"SELF\",\"kinds\":[\"SHELTER_REQUEST\"],"
          + "\"householdType\":\"MAN_ALONE\",\"inseeCode\":\"34172\","
          + "\"nextStep\":\"NONE_NEEDED\",\"result\":\"SOLVED\"}";

  private final HttpClient http = HttpClient.newHttpClient();
  private final StringBuilder partial = new StringBuilder();
  private final String agent;
  private final URI base;
  private final CardWatch cards;
  private String cookie = "";
  private String csrf = "";
  private WebSocket socket;

  private AgentDesk(String agent, URI base, CardWatch cards) {
    this.agent = agent;
    this.base = base;
    this.cards = cards;
  }

  /** Signs in, listens, and is available at the agent's SIP phone. */
  static AgentDesk open(String agent, String password, URI base, CardWatch cards)
      throws IOException, InterruptedException {
    AgentDesk desk = watching(agent, password, base, cards);
    desk.must("PUT", "/api/agent/phone", "{\"phone\":\"" + agent + "\"}");
    desk.must("PUT", "/api/agent/state", "{\"state\":\"READY\"}");
    return desk;
  }

  /** Signs in and listens, without a telephone. */
  static AgentDesk watching(String agent, String password, URI base, CardWatch cards)
      throws IOException, InterruptedException {
    AgentDesk desk = new AgentDesk(agent, base, cards);
    HttpResponse<String> session =
        desk.must(
            "POST",
            "/api/session",
            "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(agent, password));
    desk.cookie = session.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    desk.csrf = JSON.readTree(session.body()).path("csrf").asText();
    desk.socket =
        desk.http
            .newWebSocketBuilder()
            .header("Origin", base.toString())
            .header("Cookie", desk.cookie)
            .buildAsync(URI.create("ws://" + base.getAuthority() + "/live"), desk)
            .join();
    return desk;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    Instant at = Instant.now();
    partial.append(text);
    if (last) {
      String message = partial.toString();
      partial.setLength(0);
      heard(message, at);
    }
    from.request(1);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    System.err.println("the page of " + agent + ": " + error);
  }

  private void heard(String text, Instant at) {
    try {
      JsonNode message = JSON.readTree(text);
      switch (message.path("type").asText()) {
        case "card" -> cards.heard(agent, message.path("card"), at);
        case "me" -> {
          if (message.path("me").path("state").asText().equals("WRAP_UP")) {
            Thread.ofVirtual().name("wrap-up-" + agent).start(this::wrapUp);
          }
        }
        default -> {} // the board and the queue are not measured here
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  /** The contact may open a moment after the call is over, so it is tried until it is closed. */
  private void wrapUp() {
    try {
      for (int i = 0; i < TRIES; i++) {
        for (JsonNode contact : JSON.readTree(send("GET", "/api/contacts?state=open", "").body())) {
          String path = "/api/contacts/" + contact.path("contactId").asText();
          send("PATCH", path, CODES);
          must("POST", path + "/close", "{\"version\":2}");
        }
        HttpResponse<String> ready = send("PUT", "/api/agent/state", "{\"state\":\"READY\"}");
        if (ready.statusCode() == 200 || ready.body().contains("ON_A_CALL")) {
          return;
        }
        Thread.sleep(100);
      }
    } catch (IOException | RuntimeException e) {
      System.err.println("the wrap-up of " + agent + ": " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a route of the desk says now. */
  JsonNode read(String path) {
    try {
      return JSON.readTree(must("GET", path, "").body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpResponse<String> must(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send(method, path, body);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
