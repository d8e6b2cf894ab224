package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.TestGateway.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.message.FindResult;
import org.hotline115.callflow.message.OutgoingText;
import org.hotline115.callflow.message.SendResult;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.shelter.AskBy;
import org.hotline115.callflow.shelter.SiteChannels;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.sms.SignedForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shelter answers by text: from the provider's webhook to the figure that agents see. */
class TextFigureIT {

  private static final String PATH = "/webhooks/twilio/inbound";
  private static final String SHELTER = "+33465710013";
  private static final URI OTHER_ADDRESS = URI.create("https://115.example.fr");

  @TempDir private Path folder;
  private final TickingClock clock = new TickingClock();
  private final List<OutgoingText> sent = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private TestGateway gateway;
  private int before;

  private final SmsGateway sms =
      new SmsGateway() {
        @Override
        public String provider() {
          return "LIST";
        }

        @Override
        public SendResult send(OutgoingText text) {
          sent.add(text);
          return new SendResult.Accepted("SM" + sent.size());
        }

        @Override
        public FindResult find(OutgoingText text) {
          return new FindResult.Listed(List.of());
        }
      };

  @BeforeEach
  void aShelterThatWasAsked() {
    gateway = new TestGateway(folder, sms, TestServers.database(), clock);
    before = group().free();
    gateway
        .shelters
        .channels()
        .change(
            "halte-gare",
            new SiteChannels.Wish(
                AskBy.SMS,
                "fr",
                Recipients.of(gateway.callers).apply(SHELTER).orElseThrow(),
                false),
            new AgentId("nadia"));
    clock.tick(Duration.ofHours(3)); // the figure is stale, and it is not night yet
    gateway.shelters.askShelters().run();
    await("it was asked", () -> sent.size() == 1);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  private GroupView group() {
    return gateway
        .board
        .readBoard()
        .group(new PlaceGroupId("halte-gare"), Household.ANYBODY)
        .orElseThrow();
  }

  private static Map<String, String> text(String body) {
    return Map.of(
        "AccountSid",
        TestGateway.TWILIO.accountSid(),
        "MessageSid",
        "SM%032x".formatted(body.hashCode() & 0xffff),
        "From",
        SHELTER,
        "To",
        TestGateway.TWILIO.from(),
        "Body",
        body,
        "NumMedia",
        "0");
  }

  private static String signature(URI publicUrl, Map<String, String> form) {
    return SignedForm.sign(publicUrl + PATH, form, TestGateway.TWILIO.authToken().reveal());
  }

  private int post(Map<String, String> form, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port + PATH))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(SignedForm.body(form)))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private long kept() {
    return gateway.database.with(handle ->
        handle.createQuery("SELECT count(*) FROM refused_webhook").mapTo(Long.class).one());
  }

  private void nothingHasHappened() {
    assertThat(gateway.messages.readOne()).as("nothing waits to be read").isFalse();
    assertThat(group().free()).isEqualTo(before);
    assertThat(group().source()).isNotEqualTo(UpdateSource.SMS);
    assertThat(sent).as("only the question").hasSize(1);
  }

  @Test
  void aSignedAnswerIsOnEveryScreenAndSaidBack() {
    Map<String, String> three = text("3 places");
    TestBrowser claire = gateway.browser().signIn("claire");
    TestBrowser.Socket screen = claire.live();
    screen.next("\"type\":\"board\"");

    int answer = post(three, signature(TestGateway.PUBLIC, three));

    assertThat(answer).isEqualTo(204);
    screen.next("halte-gare", "\"free\":3", "\"source\":\"SMS\"", "Halte de la Gare");
    assertThat(claire.get("/api/board").body())
        .contains("\"free\":3", "\"updatedBy\":\"Halte de la Gare\"");
    await("it is said back", () -> sent.size() == 2);
    assertThat(sent.getLast().body()).contains("noté à 21h42", "Halte de la Gare", "3 libre(s)");
    assertThat(kept()).isZero();
  }

  @Test
  void anAnswerWithAWrongSignatureIsRefusedAndKeptAndChangesNothing() {
    Map<String, String> three = text("3 places");

    assertThat(post(three, signature(TestGateway.PUBLIC, text("12 places")))).isEqualTo(403);
    assertThat(post(three, "")).isEqualTo(403);
    assertThat(post(three, "")).as("the same again").isEqualTo(403);

    await("both are kept, the same one once", () -> kept() == 2);
    nothingHasHappened();
    assertThat(
            gateway.messages.refusedWebhooks().replay(gateway.textDoor(TestGateway.PUBLIC)::takes))
        .as("it does not become right by waiting")
        .isZero();
    assertThat(kept()).isEqualTo(2);
    nothingHasHappened();
  }

  @Test
  void whatOnlyOurSettingsMadeWrongIsTakenWhenTheyAreRight() {
    Map<String, String> three = text("3 places");
    assertThat(post(three, signature(OTHER_ADDRESS, three))).isEqualTo(403);
    await("it is kept", () -> kept() == 1);
    clock.tick(Duration.ofMinutes(10));

    int taken = gateway.messages.refusedWebhooks().replay(gateway.textDoor(OTHER_ADDRESS)::takes);

    assertThat(taken).isEqualTo(1);
    await("it is on the board", () -> group().free() == 3);
    assertThat(group().source()).isEqualTo(UpdateSource.SMS);
    assertThat(kept()).isZero();
  }

  @Test
  void anAnswerThatWasRefusedLongAgoIsNoFigureAnyMore() {
    Map<String, String> three = text("3 places");
    post(three, signature(OTHER_ADDRESS, three));
    await("it is kept", () -> kept() == 1);
    clock.tick(Duration.ofMinutes(31));

    int taken = gateway.messages.refusedWebhooks().replay(gateway.textDoor(OTHER_ADDRESS)::takes);

    assertThat(taken).isEqualTo(1);
    await(
        "it was read",
        () ->
            gateway.database.with(handle ->
                handle
                        .createQuery("SELECT count(*) FROM inbound_text WHERE status = 'KEPT'")
                        .mapTo(Long.class)
                        .one()
                    == 1));
    assertThat(group().free()).isEqualTo(before);
  }

  @Test
  void whatIsKeptIsSealedAndForgottenAfterAWeek() {
    post(text("3 places"), "");
    await("it is kept", () -> kept() == 1);
    String sealed =
        gateway.database.with(handle ->
            handle
                .createQuery("SELECT encode(sealed_body, 'escape') FROM refused_webhook")
                .mapTo(String.class)
                .one());
    assertThat(sealed).doesNotContain("places", "465710013");

    clock.tick(Duration.ofDays(8));
    gateway.messages.refusedWebhooks().replay(refused -> false);

    assertThat(kept()).isZero();
  }
}
