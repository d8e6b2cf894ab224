package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.TestGateway.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is expected, as a shelter, a listener and a coordinator meet it over HTTP. */
class PlacementsIT {

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser claire;
  private static TestBrowser lilas;
  private static TestBrowser sophie;

  private String placementId;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
    lilas = gateway.browser().signIn("lilas");
    sophie = gateway.browser().signIn("sophie");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @BeforeEach
  void aWomanAndHerChildArePromisedARoom() {
    gateway
        .access
        .managedSites()
        .change(new AgentId("lilas"), Set.of("lilas"), new AgentId("test"));
    await(
        "there is a place",
        () -> sophie.put("/api/place-groups/lilas-famille/free", "{\"free\":4}").status() == 200);
    String contact = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + contact + "\",\"channel\":\"IN_PERSON\"}");
    claire.patch(
        "/api/contacts/" + contact,
        "{\"version\":1,\"householdType\":\"WOMAN_WITH_CHILD\",\"adults\":1,\"minors\":1,\"under3\":1,"
            + "\"pseudonym\":\"Mme K.\",\"noteText\":\"ne pas dire\",\"placeText\":\"gare\"}");
    String hold = UUID.randomUUID().toString();
    assertThat(
            claire
                .post(
                    "/api/holds",
                    "{\"holdId\":\"%s\",\"placeGroupId\":\"lilas-famille\",\"places\":2,\"contactId\":\"%s\"}"
                        .formatted(hold, contact))
                .status())
        .isEqualTo(201);
    placementId = UUID.randomUUID().toString();
    assertThat(
            claire
                .post(
                    "/api/holds/" + hold + "/confirm",
                    "{\"placementId\":\"" + placementId + "\",\"sms\":false}")
                .status())
        .isEqualTo(201);
  }

  @AfterEach
  void theRoomIsFreeForTheNextTest() {
    say(sophie, move("CANCELLED"));
    say(sophie, move("TAKEN_BACK"));
    say(sophie, move("CANCELLED"));
  }

  private static String move(String move) {
    return "{\"moveId\":\"" + UUID.randomUUID() + "\",\"move\":\"" + move + "\"}";
  }

  private TestBrowser.Answer say(TestBrowser who, String body) {
    return who.post("/api/placements/" + placementId + "/move", body);
  }

  @Test
  void aShelterSeesWhatTheRoomNeedsAndNothingMore() {
    String expected = lilas.get("/api/placements").body();

    assertThat(expected)
        .contains(placementId, "\"householdType\":\"WOMAN_WITH_CHILD\"", "\"under3\":1")
        .contains("\"name\":\"Mme K.\"", "\"status\":\"EXPECTED\"")
        .containsPattern("\"fileCode\":\"[A-Z][2-9][A-Z][2-9]\"")
        .doesNotContain("ne pas dire", "gare", "phone", "contactId", "address");
    assertThat(sophie.get("/api/placements").body())
        .as("no names in the list of all sites")
        .contains(placementId)
        .doesNotContain("Mme K.");
  }

  @Test
  void aShelterTicksArrivedAndTakesItBack() {
    TestBrowser.Answer arrived = say(lilas, move("ARRIVED"));
    TestBrowser.Answer back = say(lilas, move("TAKEN_BACK"));

    assertThat(arrived.status()).isEqualTo(200);
    assertThat(arrived.field("status")).isEqualTo("ARRIVED");
    assertThat(arrived.body()).contains("\"movedSource\":\"SITE\"", "\"movedBy\":\"lilas\"");
    assertThat(back.field("status")).isEqualTo("EXPECTED");
  }

  @Test
  void aNoShowIsFreeOnEveryScreenAtOnce() {
    TestBrowser.Socket screen = claire.live();
    screen.next("\"type\":\"board\"");

    say(lilas, move("DID_NOT_COME"));

    screen.next("\"type\":\"boardChange\"", "\"placeGroupId\":\"lilas-famille\"");
    assertThat(say(lilas, move("CANCELLED")).status()).as("not the site's word").isEqualTo(403);
    assertThat(say(sophie, move("CANCELLED")).field("code")).isEqualTo("NOT_POSSIBLE");
  }

  @Test
  void anotherSitesGuestsAreNotTheirs() {
    gateway.access.managedSites().change(new AgentId("lilas"), Set.of("orb"), new AgentId("test"));

    assertThat(say(lilas, move("ARRIVED")).status()).isEqualTo(403);
    assertThat(lilas.get("/api/placements").body()).doesNotContain(placementId);
    assertThat(lilas.get("/api/placements?siteId=lilas").status()).isEqualTo(403);
    assertThat(lilas.get("/api/placements/to-check").status()).isEqualTo(403);
    assertThat(claire.get("/api/placements").status()).as("a listener has no list").isEqualTo(403);
  }

  @Test
  void whoIsPastTheHourStandsInTheListOfThoseToCheck() {
    gateway.database.with(handle ->
        handle.execute(
            "UPDATE placement SET arrive_before = now() - interval '2 h' WHERE placement_id = CAST(? AS uuid)",
            placementId));

    gateway.placements.markOverdue().run();

    assertThat(claire.get("/api/placements/to-check").body())
        .contains(
            placementId, "\"status\":\"TO_CHECK\"", "\"movedSource\":\"SYSTEM\"", "sitePhone");
    String later = Instant.now().plusSeconds(3_600).toString();
    assertThat(
            say(claire, move("COMES_LATER").replace("}", ",\"arriveBefore\":\"" + later + "\"}"))
                .field("status"))
        .isEqualTo("EXPECTED");
  }

  static Stream<Arguments> badMoves() {
    String id = "\"moveId\":\"" + UUID.randomUUID() + "\"";
    return Stream.of(
        Arguments.of("{\"move\":\"ARRIVED\"}", "MISSING_FIELD", "moveId"),
        Arguments.of("{" + id + "}", "MISSING_FIELD", "move"),
        Arguments.of("{" + id + ",\"move\":\"OVERDUE\"}", "INVALID_VALUE", "move"),
        Arguments.of("{" + id + ",\"move\":\"TELEPORTED\"}", "INVALID_VALUE", "move"),
        Arguments.of("{" + id + ",\"move\":\"LEFT\"}", "MISSING_FIELD", "exitReason"),
        Arguments.of(
            "{" + id + ",\"move\":\"LEFT\",\"exitReason\":\"HOUSING\"}",
            "MISSING_FIELD",
            "exitDestination"),
        Arguments.of("{" + id + ",\"move\":\"COMES_LATER\"}", "MISSING_FIELD", "arriveBefore"),
        Arguments.of(
            "{" + id + ",\"move\":\"COMES_LATER\",\"arriveBefore\":\"2026-02-30T00:00:00Z\"}",
            "INVALID_VALUE",
            "arriveBefore"),
        Arguments.of(
            "{" + id + ",\"move\":\"COMES_LATER\",\"arriveBefore\":\"2020-01-01T00:00:00Z\"}",
            "OUT_OF_RANGE",
            "arriveBefore"),
        Arguments.of("{" + id + ",\"move\":\"ARRIVED\",\"by\":\"nadia\"}", "UNKNOWN_FIELD", "by"));
  }

  @ParameterizedTest
  @MethodSource("badMoves")
  void aBadMoveIsRefusedByTheNameOfItsField(String body, String code, String field) {
    TestBrowser.Answer answer = say(lilas, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo(code);
    assertThat(answer.field("field")).isEqualTo(field);
    assertThat(lilas.get("/api/placements").body()).contains("\"status\":\"EXPECTED\"");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(
            lilas.post("/api/placements/" + UUID.randomUUID() + "/move", move("ARRIVED")).status())
        .isEqualTo(404);
    assertThat(lilas.post("/api/placements/0/move", move("ARRIVED")).status()).isEqualTo(404);
  }
}
