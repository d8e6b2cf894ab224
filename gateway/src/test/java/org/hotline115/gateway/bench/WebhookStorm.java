package org.hotline115.gateway.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline115.callflow.caller.BlindIndex;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.Recipients;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.sms.SignedForm;
import org.hotline115.gateway.sms.TwilioInbound;
import org.hotline115.gateway.sms.TwilioSettings;

/** Thousands write to the service at once: how long its signed webhook waits. */
final class WebhookStorm {

  private static final int PER_SECOND = 5_000 / 60;
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final URI PUBLIC = URI.create("https://hotline.example");

  private final BenchLine line;
  private final TextGround ground;

  WebhookStorm(BenchLine line, TextGround ground) {
    this.line = line;
    this.ground = ground;
  }

  void lasting(int seconds) throws Exception {
    Vertx vertx = Vertx.vertx();
    UseCases useCases = new UseCases(vertx, 256, new SimpleMeterRegistry());
    try (MessageFeature feature = ground.messages();
        HttpClient http = HttpClient.newHttpClient()) {
      feature.start();
      Router router = Router.router(vertx);
      new TwilioInbound(
              useCases,
              feature.receiveText(),
              Recipients.of(
                  new Callers(
                      new PhoneNumbers("FR"),
                      new BlindIndex(new Secret("a secret of thirty-two characters, index"), 1),
                      ground.cipher)),
              feature.refusedWebhooks(),
              new TwilioSettings(
                  new GatewayConfig.Twilio(ACCOUNT, new Secret(TOKEN), "+33937000000", "", ""),
                  PUBLIC),
              new SimpleMeterRegistry())
          .accept(router);
      HttpServer server =
          vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
      line.measured(
          "webhook_p99_ms",
          new Sampled(0, writeAll(http, server.actualPort(), seconds)).p99(),
          "ms");
    } finally {
      useCases.close();
      vertx.close().await();
    }
  }

  /** One of ten comes from the same number. */
  private double[] writeAll(HttpClient http, int port, int seconds) throws Exception {
    ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    AtomicInteger refused = new AtomicInteger();
    int all = PER_SECOND * seconds;
    long started = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int each = 0; each < all; each++) {
        long at = started + each * 1_000_000_000L / PER_SECOND;
        Thread.sleep(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
        HttpRequest request = request(port, each);
        threads.execute(() -> {
          long sent = System.nanoTime();
          if (status(http, request) == 204) {
            millis.add((System.nanoTime() - sent) / 1e6);
          } else {
            refused.incrementAndGet();
          }
        });
      }
    }
    if (refused.get() > 0) {
      throw new IllegalStateException(refused + " texts were not thanked");
    }
    return millis.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int status(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (java.io.IOException broken) {
      return 0;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static HttpRequest request(int port, int number) {
    String path = "/webhooks/twilio/inbound";
    Map<String, String> form =
        new TreeMap<>(
            Map.of(
                "AccountSid",
                ACCOUNT,
                "MessageSid",
                "SM%032x".formatted(number),
                "From",
                "+3363998%04d".formatted(number % 10 == 0 ? 0 : number),
                "To",
                "+33937000000",
                "Body",
                "bonjour"));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", SignedForm.sign(PUBLIC + path, form, TOKEN))
        .POST(HttpRequest.BodyPublishers.ofString(SignedForm.body(form)))
        .build();
  }
}
