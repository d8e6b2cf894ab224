package org.hotline115.gateway.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.hotline115.callflow.caller.BlindIndex;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.message.InboundText;
import org.hotline115.callflow.message.TakeInbound;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.Recipients;
import org.hotline115.gateway.UseCases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write, and what others pretend that they wrote. */
class TwilioInboundIT {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PATH = "/webhooks/twilio/inbound";

  private final TextDesk desk = new TextDesk();
  private final Vertx vertx = Vertx.vertx();
  private final UseCases useCases = new UseCases(vertx, 64, desk.meters);
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<InboundText> heard = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void open() {
    desk.messages.read(
        new TakeInbound() {
          @Override
          public String name() {
            return "TEST";
          }

          @Override
          public Taking take(InboundText text) {
            heard.add(text);
            return Taking.TAKEN;
          }
        });
    Callers callers =
        new Callers(
            new PhoneNumbers("FR"),
            new BlindIndex(new Secret("a secret of thirty-two characters, index"), 1),
            new Cipher(List.of("a secret of thirty-two characters.")));
    Router router = Router.router(vertx);
    new TwilioInbound(
            useCases,
            desk.messages.receiveText(),
            Recipients.of(callers),
            desk.messages.refusedWebhooks(),
            new TwilioSettings(TextDesk.settings(desk.provider.baseUrl()), TextDesk.PUBLIC),
            desk.meters)
        .accept(router);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
  }

  @AfterEach
  void close() {
    server.close().await();
    useCases.close();
    vertx.close().await();
    desk.close();
  }

  private static Map<String, String> text(int number, String body) {
    return new TreeMap<>(
        Map.of(
            "AccountSid",
            TextDesk.ACCOUNT,
            "MessageSid",
            "SM%032x".formatted(number),
            "From",
            "+33465710010",
            "To",
            "+33937000000",
            "Body",
            body,
            "NumMedia",
            "0"));
  }

  private int post(Map<String, String> form) {
    return post(form, SignedForm.signature(PATH, form));
  }

  private int post(Map<String, String> form, String signature) {
    return send("POST", PATH, FORM, SignedForm.body(form), signature);
  }

  private int send(String method, String path, String type, String body, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", type)
            .header("X-Twilio-Signature", signature)
            .header("X-Forwarded-Host", "evil.example")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).doesNotContain("Exception", "at org.", "at io.");
      return answer.statusCode();
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void readAll() {
    while (desk.messages.readOne()) {
      desk.clock.tick(Duration.ofMillis(1));
    }
  }

  @Test
  void aSignedTextIsHeardWithItsSpacesAndItsSender() {
    int answer = post(text(1, " 3 lits é \n"));
    readAll();

    assertThat(answer).isEqualTo(204);
    assertThat(heard)
        .singleElement()
        .satisfies(text -> {
          assertThat(text.body()).isEqualTo(" 3 lits é \n");
          assertThat(text.sender().number()).isEqualTo(new PhoneNumber("+33465710010"));
        });
  }

  @Test
  void theSameTextTenTimesAtOnceIsHeardOnceAndTenTimesThanked() {
    List<Integer> answers =
        IntStream.range(0, 10).parallel().mapToObj(i -> post(text(1, "3"))).toList();
    readAll();

    assertThat(answers).containsOnly(204);
    assertThat(heard).hasSize(1);
  }

  @Test
  void withoutOrWithAWrongSignatureNothingIsTaken() {
    Map<String, String> text = text(1, "0");

    assertThat(post(text, "")).isEqualTo(403);
    assertThat(post(text, "AAAA")).isEqualTo(403);
    assertThat(post(text, SignedForm.signature(PATH, text(1, "3")))).isEqualTo(403);
    assertThat(post(text, SignedForm.signature(PATH + "/", text))).isEqualTo(403);
    assertThat(post(text, SignedForm.sign("http://127.0.0.1:" + server.actualPort() + PATH, text)))
        .isEqualTo(403);
    readAll();
    assertThat(heard).isEmpty();
    assertThat(
            desk.meters.get("gateway_inbound_webhook_total").tag("status", "403").counter().count())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "AccountSid, ACffffffffffffffffffffffffffffffff",
    "MessageSid, SM1",
    "MessageSid, '; DROP TABLE inbound_text",
    "MessageSid, ''"
  })
  void aSignedTextOfAnotherAccountOrShapeIsRefused(String field, String value) {
    Map<String, String> text = text(1, "3");
    text.put(field, value);

    assertThat(post(text)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"BANQUE", "36105", "+", "", "anonymous", "<script>", "+33000"})
  void whoCannotBeAnsweredIsHeardAllTheSame(String from) {
    Map<String, String> text = text(1, "3");
    text.put("From", from);

    assertThat(post(text)).isEqualTo(204);
    readAll();
    assertThat(heard).singleElement().satisfies(one -> assertThat(one.sender()).isNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "👍",
        "\u0000\r\nAction: Originate",
        "<Response><Dial>115</Dial></Response>",
        "'; DROP TABLE message; --",
        "${7*7} {site} %s%n"
      })
  void whateverStandsInItIsOnlyText(String body) {
    assertThat(post(text(1, body))).isEqualTo(204);
    readAll();
    assertThat(heard).singleElement().satisfies(one -> assertThat(one.body()).isEqualTo(body));
  }

  @Test
  void aTextWithoutEndIsCut() {
    assertThat(post(text(1, "x".repeat(3_000)))).isEqualTo(204);
    readAll();
    assertThat(heard.getFirst().body()).hasSize(2_000);
    assertThat(send("POST", PATH, FORM, "a=" + "x".repeat(20_000), "x")).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"GET, /webhooks/twilio/inbound", "POST, /WEBHOOKS/twilio/inbound"})
  void anotherMethodOrCaseIsNotThere(String method, String path) {
    assertThat(send(method, path, FORM, "a=b", "x")).isIn(404, 405);
  }

  @Test
  void whileTheRecordsAreAwayTwilioIsAskedToComeAgainWithinASecond() {
    desk.database.close();
    long began = System.nanoTime();

    int answer = post(text(1, "3"));

    assertThat(answer).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void aStormIsThankedAndBounded() {
    List<Integer> answers =
        IntStream.range(0, 200).parallel().mapToObj(i -> post(text(i, "3"))).toList();
    readAll();

    assertThat(answers).containsOnly(204);
    assertThat(heard.size()).isBetween(30, 60); // those that came in the same instant slip in
  }
}
