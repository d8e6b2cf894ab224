package org.hotline115.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.gateway.TestBrowser;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where women are safe from violence is told to nobody who answers a telephone. */
class SecretAddressIT {

  private static final String SECRET_GROUP = "etoile";
  private static final List<String> SECRETS = List.of("impasse des Cerises", "04 65 71 00 14");

  @TempDir static Path folder;

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static void isSilent(String what, String body) {
    assertThat(body).as(what).doesNotContain(SECRETS);
  }

  /**
   * Every route that a listener or another site's shelter may read, with and without a household.
   */
  @Test
  void noRouteTellsIt() {
    for (Map.Entry<String, Role> who :
        Map.of("claire", Role.LISTENER, "lilas", Role.PLACE_MANAGER).entrySet()) {
      TestBrowser browser = gateway.browser().signIn(who.getKey());
      List<String> read = new ArrayList<>();
      for (Map.Entry<String, Set<Role>> route : Permissions.ROLES.entrySet()) {
        if (route.getKey().startsWith("GET /api/")
            && !route.getKey().contains(":")
            && route.getValue().contains(who.getValue())) {
          String path = route.getKey().substring("GET ".length());
          isSilent(path, browser.get(path).body());
          read.add(path);
        }
      }
      assertThat(read).as(who.getKey()).contains("/api/board");
    }
  }

  @Test
  void keepingOfferingAndPromisingThereDoNotTellIt() {
    TestBrowser claire = gateway.browser().signIn("claire");
    TestBrowser.Socket desk = claire.live();
    desk.next("\"type\":\"board\"", SECRET_GROUP);
    String contact = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + contact + "\",\"channel\":\"IN_PERSON\"}");
    String hold = UUID.randomUUID().toString();
    List<TestBrowser.Answer> answers =
        List.of(
            claire.get("/api/board/search?householdType=WOMAN_ALONE&inseeCode=34172"),
            claire.get("/api/board?householdType=WOMAN_ALONE"),
            claire.post(
                "/api/holds",
                "{\"holdId\":\"%s\",\"placeGroupId\":\"%s\",\"places\":1,\"contactId\":\"%s\"}"
                    .formatted(hold, SECRET_GROUP, contact)),
            claire.post("/api/holds/" + hold + "/extend", "{}"),
            claire.post("/api/holds/" + hold + "/offer", "{}"),
            claire.post(
                "/api/holds/" + hold + "/confirm",
                "{\"placementId\":\"%s\",\"sms\":true}".formatted(UUID.randomUUID())),
            claire.get("/api/holds"),
            claire.get("/api/messages"),
            claire.get("/api/contacts/" + contact));
    assertThat(answers.get(2).status()).as(answers.get(2).body()).isEqualTo(201);
    assertThat(answers.get(5).status()).as(answers.get(5).body()).isEqualTo(201);
    answers.forEach(answer -> isSilent("an answer", answer.body()));
    desk.next("\"type\":\"boardChange\"", SECRET_GROUP);
    List<String> heard = new ArrayList<>();
    desk.heard.drainTo(heard);
    heard.forEach(message -> isSilent("the live socket", message));
    isSilent(
        "a night's list",
        claire.get("/api/placements?nightOf=" + LocalDate.now(TestGateway.PARIS)).body());
  }

  /** A caller's contact at claire's desk. */
  private static String aCallerOf(TestBrowser.Socket desk) {
    AgentId claire = new AgentId("claire");
    CallId call = new CallId("hotline1-" + System.nanoTime() + ".1");
    Instant now = Instant.now();
    gateway.calls.accept(
        new CallFact.Arrived(call, now, "public", gateway.callers.identify("0612345678")));
    gateway.calls.accept(new CallFact.EnteredQueue(call, now, "public", 1));
    gateway.calls.accept(new CallFact.AgentRinging(call, now, claire));
    gateway.calls.accept(new CallFact.AgentConnected(call, now, claire, 0));
    return desk.next("\"type\":\"card\"", "\"contactId\":\"")
        .replaceAll(".*?\"contactId\":\"([^\"]+)\".*", "$1");
  }

  private static long openings() {
    return gateway.database.with(handle ->
        handle
            .createQuery(
                "SELECT count(*) FROM audit_event WHERE action LIKE 'ADDRESS_OPENED_FOR_%'")
            .mapTo(Long.class)
            .one());
  }

  @Test
  void onlyWhoSendsADriverOpensItOnRecordAndNoTextEverHoldsIt() {
    TestBrowser claire = gateway.browser().signIn("claire");
    claire.put("/api/agent/phone", "{\"phone\":\"claire-web\"}");
    claire.put("/api/agent/state", "{\"state\":\"READY\"}");
    String contact = aCallerOf(claire.live());
    String hold = UUID.randomUUID().toString();
    claire.post(
        "/api/holds",
        "{\"holdId\":\"%s\",\"placeGroupId\":\"%s\",\"places\":1,\"contactId\":\"%s\"}"
            .formatted(hold, SECRET_GROUP, contact));
    String placement = UUID.randomUUID().toString();
    TestBrowser.Answer promised =
        claire.post(
            "/api/holds/" + hold + "/confirm",
            "{\"placementId\":\"" + placement + "\",\"sms\":true}");
    assertThat(promised.field("sms")).as(promised.body()).isEqualTo("QUEUED");
    TestGateway.await(
        "the text is written", () -> claire.get("/api/messages").body().contains("\"messageId\""));
    isSilent("the text", claire.get("/api/messages").body());
    String door = "/api/placements/" + placement + "/address";
    String taxi = "{\"driver\":\"TAXI\"}";

    TestBrowser karim = gateway.browser().signIn("karim");
    assertThat(karim.post(door, taxi).status()).as("not his").isEqualTo(403);
    assertThat(karim.get("/api/placements/secret").body()).doesNotContain(placement);
    assertThat(gateway.browser().signIn("lilas").post(door, taxi).status()).isEqualTo(403);
    assertThat(gateway.browser().signIn("admin").post(door, taxi).status()).isEqualTo(403);
    assertThat(claire.post(door, "{\"driver\":\"OWN\"}").field("field")).isEqualTo("driver");
    assertThat(claire.get("/api/placements/secret").body())
        .contains(placement)
        .doesNotContain(SECRETS);
    assertThat(openings()).as("nobody opened it").isZero();

    assertThat(claire.post(door, taxi).body()).contains(SECRETS);
    assertThat(gateway.browser().signIn("nadia").post(door, "{\"driver\":\"OUTREACH\"}").body())
        .contains(SECRETS);
    assertThat(openings()).isEqualTo(2);

    claire.post(
        "/api/placements/" + placement + "/move",
        "{\"moveId\":\"" + UUID.randomUUID() + "\",\"move\":\"CANCELLED\"}");
    assertThat(claire.post(door, taxi).field("code")).isEqualTo("NOT_EXPECTED");
    assertThat(openings()).isEqualTo(2);
  }

  @Test
  void theWholeBoardOnTheSocketIsSilent() {
    TestBrowser.Socket socket = gateway.browser().signIn("karim").live();
    isSilent("the picture", socket.next("\"type\":\"board\"", SECRET_GROUP));
  }
}
