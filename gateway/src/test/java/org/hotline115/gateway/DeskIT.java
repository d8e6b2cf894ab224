package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What an agent does with a call, over HTTP and the live socket, on real servers. */
class DeskIT {

  private static final AgentId CLAIRE = new AgentId("claire");

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

  @BeforeAll
  static void start() {
    LOG.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(LOG);
    gateway = new TestGateway(folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void aCallBecomesAContactAPlaceAndAText() {
    TestBrowser claire = gateway.browser().signIn("claire");
    TestBrowser.Socket socket = claire.live();
    socket.next("\"type\":\"hello\"", "\"records\":\"UP\"");
    socket.next("\"type\":\"board\"", "lilas-famille");
    assertThat(claire.put("/api/agent/state", "{\"state\":\"READY\"}").field("code"))
        .isEqualTo("NO_PHONE_CHOSEN");
    claire.put("/api/agent/phone", "{\"phone\":\"claire-web\"}");
    claire.put("/api/agent/state", "{\"state\":\"READY\"}");
    socket.next("\"type\":\"me\"", "\"state\":\"READY\"", "\"phone\":\"claire-web\"");
    CallId call = new CallId("hotline1-" + System.nanoTime() + ".1");

    arrives(call, "0612345678");
    gateway.calls.accept(new CallFact.AgentRinging(call, now(), CLAIRE));

    socket.next("\"type\":\"card\"", "RINGING", "06 •• •• •• 78", "\"today\":{\"calls\":1");

    gateway.calls.accept(new CallFact.AgentConnected(call, now(), CLAIRE, 2));

    String card = socket.next("\"type\":\"card\"", "TALKING", "\"contactId\":\"");
    String contact = card.replaceAll(".*?\"contactId\":\"([^\"]+)\".*", "$1");
    TestBrowser.Answer saved =
        claire.patch(
            "/api/contacts/" + contact,
            "{\"version\":1,\"householdType\":\"WOMAN_WITH_CHILD\",\"adults\":1,\"minors\":1,"
                + "\"pseudonym\":\"Mme Kouyaté\",\"noteText\":\"dort à la gare\"}");
    assertThat(saved.status()).as(saved.body()).isEqualTo(200);

    UUID hold = UUID.randomUUID();
    String wish =
        ("{\"holdId\":\"%s\",\"placeGroupId\":\"lilas-famille\",\"places\":2,"
                + "\"contactId\":\"%s\"}")
            .formatted(hold, contact);
    TestBrowser.Answer held = claire.post("/api/holds", wish);
    assertThat(held.status()).as(held.body()).isEqualTo(201);
    assertThat(claire.post("/api/holds", wish).status()).isEqualTo(201);
    socket.next("\"type\":\"hold\"", hold.toString(), "\"agentName\":\"claire\"");
    assertThat(claire.post("/api/holds/" + hold + "/offer", "{}").status()).isEqualTo(200);
    UUID placement = UUID.randomUUID();
    String promise = "{\"placementId\":\"" + placement + "\",\"sms\":true}";
    TestBrowser.Answer promised = claire.post("/api/holds/" + hold + "/confirm", promise);
    assertThat(promised.status()).as(promised.body()).isEqualTo(201);
    assertThat(promised.field("sms")).as(promised.body()).isEqualTo("QUEUED");
    assertThat(claire.post("/api/holds/" + hold + "/confirm", promise).body())
        .isEqualTo(promised.body());

    TestGateway.await(
        "the text is out",
        () -> {
          gateway.messages.work();
          return claire.get("/api/messages").body().contains("\"status\":\"JOURNALED\"")
              || claire.get("/api/messages").body().contains("\"status\":\"EXPIRED\"");
        });
    assertThat(claire.get("/api/messages").body())
        .contains("12 rue des Lilas, Montpellier", "06 •• •• •• 78")
        .containsOnlyOnce("messageId");

    gateway.calls.accept(new CallFact.TalkEnded(call, now()));
    gateway.calls.accept(new CallFact.Ended(call, now(), 16));
    socket.next("\"type\":\"me\"", "WRAP_UP");
    assertThat(claire.put("/api/agent/state", "{\"state\":\"READY\"}").field("code"))
        .isEqualTo("CONTACT_OPEN");
    TestBrowser.Answer closed =
        claire.post("/api/contacts/" + contact + "/close", "{\"version\":2}");
    assertThat(closed.status()).as(closed.body()).isEqualTo(200);
    socket.next("\"type\":\"me\"", "\"state\":\"READY\"");
    socket.next("\"type\":\"card\"", "\"card\":null");
    nothingPersonalInTheLog();
  }

  private static void nothingPersonalInTheLog() {
    for (ILoggingEvent event : List.copyOf(LOG.list)) {
      String line = event.getFormattedMessage() + " " + event.getKeyValuePairs();
      assertThat(line)
          .doesNotContain("612345678", "Kouyat", "gare", "rue des Lilas", TestGateway.PASSWORD)
          .doesNotContainPattern("06 •• •• •• 78");
    }
    assertThat(LOG.list).isNotEmpty();
  }

  private static void arrives(CallId call, String number) {
    gateway.calls.accept(
        new CallFact.Arrived(call, now(), "public", gateway.callers.identify(number)));
    gateway.calls.accept(new CallFact.EnteredQueue(call, now(), "public", 1));
  }

  private static Instant now() {
    return Instant.now();
  }

  @Test
  void twoAgentsAtTheLastPlacesOneWinsTheOtherIsToldWhereElse() throws Exception {
    TestBrowser claire = gateway.browser().signIn("sophie");
    TestBrowser karim = gateway.browser().signIn("karim");
    String first = openContact(claire);
    String second = openContact(karim);
    String free =
        claire
            .get("/api/board")
            .body()
            .replaceAll(".*\"placeGroupId\":\"lilas-femmes\".*?\"free\":([0-9]+).*", "$1");

    TestBrowser.Answer one = hold(claire, first, "lilas-femmes", Integer.parseInt(free));
    TestBrowser.Answer other = hold(karim, second, "lilas-femmes", 1);

    assertThat(one.status()).as(one.body()).isEqualTo(201);
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body()).contains("ALREADY_TAKEN", "\"free\":0", "\"alternatives\":[");
    assertThat(karim.send("DELETE", "/api/holds/" + one.field("holdId"), null).field("code"))
        .isEqualTo("NOT_YOURS");
    assertThat(claire.send("DELETE", "/api/holds/" + one.field("holdId"), null).status())
        .isEqualTo(204);
  }

  private static TestBrowser.Answer hold(
      TestBrowser who, String contact, String group, int places) {
    return who.post(
        "/api/holds",
        ("{\"holdId\":\"%s\",\"placeGroupId\":\"%s\",\"places\":%d,\"contactId\":\"%s\"}")
            .formatted(UUID.randomUUID(), group, places, contact));
  }

  private static String openContact(TestBrowser who) {
    UUID id = UUID.randomUUID();
    TestBrowser.Answer opened =
        who.post("/api/contacts", "{\"contactId\":\"" + id + "\",\"channel\":\"IN_PERSON\"}");
    assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    return id.toString();
  }

  @Test
  void aShelterTellsItsOwnFiguresAndNoOthers() {
    TestBrowser lilas = gateway.browser().signIn("lilas");
    TestBrowser.Socket page = gateway.browser().signIn("claire").live();
    page.next("\"type\":\"board\"");

    TestBrowser.Answer told = lilas.put("/api/place-groups/lilas-famille/free", "{\"free\":1}");

    assertThat(told.status()).as(told.body()).isEqualTo(200);
    page.next("\"type\":\"boardChange\"", "lilas-famille");
    assertThat(lilas.put("/api/place-groups/lilas-famille/free", "{\"free\":999}").field("code"))
        .isEqualTo("TOO_MANY");
    assertThat(lilas.get("/api/desk").field("code")).isEqualTo("NOT_ALLOWED");
    assertThat(lilas.get("/api/board").body()).doesNotContain("12 rue");
  }

  @Test
  void theApiDescribesEveryRouteItHas() {
    String document = gateway.browser().get("/openapi.json").body();

    assertThat(document).contains("\"/api/holds/{holdId}/confirm\"");
  }

  @Test
  void machinesMayAskForItsHealth() {
    assertThat(gateway.browser().get("/health/live").status()).isEqualTo(200);
    assertThat(gateway.browser().get("/health/ready").body()).contains("records UP", "board UP");
    assertThat(gateway.browser().get("/metrics").body())
        .contains("gateway_http_requests_total", "callflow_");
  }
}
