package org.hotline115.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A browser with its cookie and its CSRF token. */
public final class TestBrowser {

  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  public String cookie = "";
  public String csrf = "";

  TestBrowser(int port) {
    this.port = port;
  }

  public TestBrowser signIn(String name) {
    Answer answer =
        post(
            "/api/session",
            "{\"name\":\"" + name + "\",\"password\":\"" + TestGateway.PASSWORD + "\"}");
    if (answer.status() != 200) {
      throw new AssertionError(answer);
    }
    cookie = answer.cookie().split(";")[0];
    csrf = answer.field("csrf");
    return this;
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  public Answer send(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    if (!csrf.isEmpty()) {
      request.header("X-CSRF-Token", csrf);
    }
    try {
      HttpResponse<String> got = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          got.statusCode(), got.body(), got.headers().firstValue("Set-Cookie").orElse(""));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public Socket live() {
    return live("http://127.0.0.1:" + port);
  }

  public Socket live(String origin) {
    Socket socket = new Socket();
    WebSocket.Builder builder = http.newWebSocketBuilder();
    if (origin != null) {
      builder.header("Origin", origin);
    }
    if (!cookie.isEmpty()) {
      builder.header("Cookie", cookie);
    }
    socket.socket =
        builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/live"), socket).join();
    return socket;
  }

  /** What came back. */
  public record Answer(int status, String body, String cookie) {

    /** A text field, wherever it stands. */
    public String field(String name) {
      return body.replaceAll("(?s).*?\"" + name + "\":\"([^\"]*)\".*", "$1");
    }
  }

  /** One open page. */
  public static final class Socket implements WebSocket.Listener {

    public WebSocket socket;
    public final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    public volatile int closed;

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      partial.append(text);
      if (last) {
        heard.add(partial.toString());
        partial.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      closed = status;
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed = closed == 0 ? 1006 : closed;
    }

    /** The next message that holds all of these. */
    public String next(String... parts) {
      long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      StringBuilder others = new StringBuilder();
      while (System.nanoTime() < end) {
        try {
          String text = heard.poll(100, TimeUnit.MILLISECONDS);
          if (text != null && List.of(parts).stream().allMatch(text::contains)) {
            return text;
          }
          if (text != null) {
            others.append(text, 0, Math.min(200, text.length())).append('\n');
          }
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      throw new AssertionError("not heard: " + List.of(parts) + " but\n" + others);
    }
  }
}
