package org.hotline115.gateway.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Keep-alive lines of pages to an HTTP server, each of which asks again when it is answered. */
final class HttpLines implements AutoCloseable {

  /** What is asked again and again; the number of the request makes its path and its body. */
  record Asked(
      HttpMethod method, IntFunction<String> path, int expected, IntFunction<String> body) {

    static Asked get(String path) {
      return new Asked(HttpMethod.GET, _ -> path, 200, _ -> "");
    }
  }

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final int lines;
  private final int port;
  private final String cookie;
  private final String csrf;
  private final HttpClient client;
  private volatile String wrong = "";
  private volatile int length;

  HttpLines(int port, String cookie, String csrf, int lines) {
    this.port = port;
    this.cookie = cookie;
    this.csrf = csrf;
    this.lines = lines;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(true), new PoolOptions().setHttp1MaxSize(lines));
  }

  /** So many requests; every answer must have the status that is expected. */
  Sampled ask(int requests, Asked asked) throws InterruptedException {
    double[] millis = new double[requests];
    AtomicInteger next = new AtomicInteger();
    CountDownLatch ended = new CountDownLatch(lines);
    long started = System.nanoTime();
    for (int i = 0; i < lines; i++) {
      vertx.runOnContext(go -> ask(asked, next, millis, ended));
    }
    ended.await();
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(wrong);
    }
    return new Sampled(requests * 1e9 / (System.nanoTime() - started), millis);
  }

  private void ask(Asked asked, AtomicInteger next, double[] millis, CountDownLatch ended) {
    int number = next.getAndIncrement();
    if (number >= millis.length || !wrong.isEmpty()) {
      ended.countDown();
      return;
    }
    String path = asked.path().apply(number);
    String body = asked.body().apply(number);
    long started = System.nanoTime();
    client
        .request(options(asked.method(), path))
        .compose(request -> body.isEmpty() ? request.send() : request.send(body))
        .compose(response ->
            response
                .body()
                .map(text -> {
                  length = text.length();
                  return response.statusCode() == asked.expected() ? "" : "" + text;
                }))
        .onComplete(done -> {
          if (done.failed() || !done.result().isEmpty()) {
            wrong = path + ": " + (done.failed() ? done.cause() : done.result());
          }
          millis[number] = (System.nanoTime() - started) / 1e6;
          ask(asked, next, millis, ended);
        });
  }

  private RequestOptions options(HttpMethod method, String path) {
    return new RequestOptions()
        .setMethod(method)
        .setHost("127.0.0.1")
        .setPort(port)
        .setURI(path)
        .putHeader("Content-Type", "application/json")
        .putHeader("Cookie", cookie)
        .putHeader("X-CSRF-Token", csrf);
  }

  /** How long the last answer's body was. */
  int answerBytes() {
    return length;
  }

  /**
   * What Vert.x alone does between the same lines: a server that reads the body and says as many
   * bytes.
   */
  static Sampled bare(int requests, int lines, int answerBytes, String body)
      throws InterruptedException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    String answer = "x".repeat(answerBytes);
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(
                request -> request.body().onSuccess(_ -> request.response().end(answer)))
            .listen(0, "127.0.0.1")
            .await();
    try (HttpLines client = new HttpLines(server.actualPort(), "none", "none", lines)) {
      Asked asked = new Asked(HttpMethod.POST, _ -> "/", 200, _ -> body);
      client.ask(Math.min(requests, 2_000), asked);
      return client.ask(requests, asked);
    } finally {
      vertx.close().await();
    }
  }

  @Override
  public void close() {
    client.close().await();
    vertx.close().await();
  }
}
