package org.hotline115.gateway.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hotline115.callflow.message.MessageStatus;
import org.hotline115.gateway.UseCases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio tells, and what others pretend that it tells. Signatures are made by hand. */
class TwilioWebhookIT {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final TextDesk desk = new TextDesk();
  private final Vertx vertx = Vertx.vertx();
  private final UseCases useCases = new UseCases(vertx, 64, desk.meters);
  private final HttpClient http = HttpClient.newHttpClient();
  private HttpServer server;
  private String path;
  private String sid;

  @BeforeEach
  void aTextIsOnItsWay() {
    Router router = Router.router(vertx);
    new TwilioWebhook(
            useCases,
            desk.messages.takeReceipt(),
            desk.messages.refusedWebhooks(),
            new TwilioSettings(TextDesk.settings(desk.provider.baseUrl()), TextDesk.PUBLIC),
            desk.meters)
        .accept(router);
    server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
    desk.offer();
    desk.messages.work();
    path = "/webhooks/twilio/status/" + desk.only().messageId();
    sid = "SM" + "%032x".formatted(1);
  }

  @AfterEach
  void close() {
    server.close().await();
    useCases.close();
    vertx.close().await();
    desk.close();
  }

  private Map<String, String> told(String status) {
    return new TreeMap<>(
        Map.of(
            "AccountSid",
            TextDesk.ACCOUNT,
            "MessageSid",
            sid,
            "SmsSid",
            sid,
            "MessageStatus",
            status,
            "To",
            "+33639981278",
            "ApiVersion",
            "2010-04-01"));
  }

  @Test
  void aSignedReceiptIsNoted() {
    assertThat(post(told("delivered"))).isEqualTo(204);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.DELIVERED);
  }

  @Test
  void whyItWasNotDeliveredIsKept() {
    Map<String, String> told = told("undelivered");
    told.put("ErrorCode", "30003");
    assertThat(post(told)).isEqualTo(204);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.UNDELIVERED);
    assertThat(desk.only().errorCode()).isEqualTo("30003");
  }

  @Test
  void theSameReceiptTenTimesAtOnceIsOneEffectAndTenThanks() {
    List<Integer> answers =
        IntStream.range(0, 10).parallel().mapToObj(i -> post(told("delivered"))).toList();
    assertThat(answers).containsOnly(204);
    assertThat(
            desk.meters
                .get("callflow_message_receipt_total")
                .tag("outcome", "NOTHING_NEW")
                .counter()
                .count())
        .isEqualTo(9);
  }

  @Test
  void aLateReceiptDoesNotGoBack() {
    assertThat(post(told("delivered"))).isEqualTo(204);
    assertThat(post(told("sent"))).isEqualTo(204);
    assertThat(post(told("undelivered"))).isEqualTo(204);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.DELIVERED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"teleported", "", "DELIVERED", "receiving"})
  void anUnknownWordIsThankedAndChangesNothing(String status) {
    assertThat(post(told(status))).isEqualTo(204);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void anUnknownTextIsThankedAndAnotherSidChangesNothing() {
    path = "/webhooks/twilio/status/" + UUID.randomUUID();
    assertThat(post(told("delivered"))).isEqualTo(204);
    path = "/webhooks/twilio/status/" + desk.only().messageId();
    sid = "SM" + "f".repeat(32);
    assertThat(post(told("undelivered"))).isEqualTo(204);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void aBodyInPiecesIsReadWhole() {
    Map<String, String> told = told("delivered");
    byte[] body = SignedForm.body(told).getBytes(StandardCharsets.UTF_8);
    HttpRequest.BodyPublisher chunked =
        HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofByteArray(body));
    assertThat(send("POST", path, FORM, SignedForm.signature(path, told), chunked)).isEqualTo(204);
  }

  @Test
  void valuesAreCheckedAsTheyWereSentWithTheirSpaces() {
    Map<String, String> told = told("delivered");
    told.put("To", " +33639981278 \u00e9 ");
    assertThat(post(told)).isEqualTo(204);
  }

  @Test
  void theQueryIsPartOfWhatIsSigned() {
    path = path + "?a=b%20c";
    assertThat(post(told("delivered"))).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "AccountSid, ACffffffffffffffffffffffffffffffff",
    "MessageSid, SM1",
    "MessageSid, ../../etc/passwd",
  })
  void aSignedReceiptOfAnotherAccountOrShapeIsRefused(String field, String value) {
    Map<String, String> told = told("delivered");
    told.put(field, value);
    assertRefused(post(told));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "..%2f", "%27;DROP", "%00", "00000000-0000-0000-0000-00000000000G"})
  void anIdThatIsNoneOfOursIsRefused(String id) {
    path = "/webhooks/twilio/status/" + id;
    assertThat(post(told("delivered"))).isIn(403, 404, 400);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void withoutOrWithAWrongSignatureNothingIsTaken() {
    Map<String, String> told = told("delivered");
    assertRefused(send("POST", path, FORM, "", publisher(SignedForm.body(told))));
    assertRefused(send("POST", path, FORM, "AAAA", publisher(SignedForm.body(told))));
    assertRefused(
        send(
            "POST",
            path,
            FORM,
            SignedForm.signature(path + "?", told),
            publisher(SignedForm.body(told))));
    told.put("Added", "1");
    assertRefused(
        send(
            "POST",
            path,
            FORM,
            SignedForm.signature(path, told("delivered")),
            publisher(SignedForm.body(told))));
  }

  @Test
  void aSignatureOverTheForwardedHostIsRefused() {
    Map<String, String> told = told("delivered");
    String foreign = SignedForm.sign("http://127.0.0.1:" + server.actualPort() + path, told);
    assertRefused(send("POST", path, FORM, foreign, publisher(SignedForm.body(told))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json                   | {\"MessageStatus\":\"delivered\"}",
        "application/x-www-form-urlencoded  | {\"MessageStatus\":\"delivered\"}",
        "multipart/form-data; boundary=x    | --x--",
        "multipart/form-data                | --x--",
        "text/plain                         | MessageStatus=delivered",
        "application/x-www-form-urlencoded  | MessageStatus=%zz",
        "application/x-www-form-urlencoded  | MessageStatus=%",
        "application/x-www-form-urlencoded  | a=1&a=2",
        "application/x-www-form-urlencoded  | =",
        "application/x-www-form-urlencoded  | <Response><Dial>115</Dial></Response>",
      })
  void anOddBodyIsRefused(String type, String body) {
    assertRefused(send("POST", path, type, SignedForm.signature(path, Map.of()), publisher(body)));
  }

  @Test
  void anEmptyBodyIsRefusedAndAHugeOneIsTooLarge() {
    assertRefused(send("POST", path, FORM, SignedForm.signature(path, Map.of()), publisher("")));
    assertThat(send("POST", path, FORM, "x", publisher("a=" + "x".repeat(20_000)))).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"GET, ''", "PUT, ''", "POST, UPPER"})
  void anotherMethodOrCaseIsNotThere(String method, String change) {
    String asked = change.isEmpty() ? path : path.replace("/webhooks", "/WEBHOOKS");
    assertThat(send(method, asked, FORM, "x", publisher("a=b"))).isIn(404, 405);
  }

  private void assertRefused(int status) {
    assertThat(status).isEqualTo(403);
    assertThat(desk.only().status()).isEqualTo(MessageStatus.SENT);
    assertThat(desk.meters.get("gateway_webhook_total").tag("status", "403").counter().count())
        .isPositive();
  }

  private int post(Map<String, String> form) {
    return send(
        "POST", path, FORM, SignedForm.signature(path, form), publisher(SignedForm.body(form)));
  }

  private static HttpRequest.BodyPublisher publisher(String body) {
    return HttpRequest.BodyPublishers.ofString(body);
  }

  private int send(
      String method, String to, String type, String signature, HttpRequest.BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + to))
            .timeout(Duration.ofSeconds(5))
            .header("Content-Type", type)
            .header("X-Twilio-Signature", signature)
            .header("X-Forwarded-Host", "evil.example")
            .method(method, body)
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.body()).doesNotContain("Exception", "at org.", "at io.");
      return answer.statusCode();
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
