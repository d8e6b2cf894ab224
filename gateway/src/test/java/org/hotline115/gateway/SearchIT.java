package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searching over HTTP, on the demo's places. */
class SearchIT {

  private static final String FAMILY =
      "/api/board/search?adults=1&minors=2&under3=1&householdType=WOMAN_WITH_CHILD";

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser claire;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static JsonNode search(String query) throws Exception {
    TestBrowser.Answer answer = claire.get(query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private static JsonNode found(JsonNode list, String group) {
    for (JsonNode each : list) {
      if (each.at("/group/placeGroupId").asText().equals(group)) {
        return each;
      }
    }
    return MissingNode.getInstance();
  }

  @Test
  void aSearchSaysWhyAndWhyNot() throws Exception {
    // The halt is open until two in the morning and the apartments until eight in the evening: at
    // whatever hour this runs, what the hour forbids is a reason of its own.
    JsonNode answer = search(FAMILY + "&notSeparated=true&inseeCode=34172&wayMinutes=600");
    assertThat(answer.path("state").asText()).isEqualTo("UP");
    assertThat(answer.path("fitting").asInt()).isEqualTo(answer.path("fits").size());
    for (JsonNode fit : answer.path("fits")) {
      assertThat(fit.path("whyNot")).isEmpty();
      assertThat(fit.at("/group/together").asInt()).isGreaterThanOrEqualTo(3);
      assertThat(fit.path("places").asInt()).isGreaterThanOrEqualTo(3);
      assertThat(fit.path("why").toString()).contains("TOGETHER");
    }
    assertThat(answer.path("nearMisses").size()).isBetween(1, 5);
    for (JsonNode miss : answer.path("nearMisses")) {
      assertThat(miss.path("whyNot")).hasSize(1);
      assertThat(miss.at("/whyNot/0/misfit").asText()).isNotEmpty();
    }
    assertThat(found(answer.path("fits"), "lilas-famille").isMissingNode())
        .as("rooms of two cannot take three together")
        .isTrue();
  }

  @Test
  void aSecretSiteSaysNoWayAndNoCommune() throws Exception {
    JsonNode answer =
        search("/api/board/search?householdType=WOMAN_ALONE&womenOnly=true&inseeCode=34172");
    JsonNode secret = found(answer.path("fits"), "etoile");
    assertThat(secret.isMissingNode()).isFalse();
    assertThat(secret.path("way").isNull()).isTrue();
    assertThat(secret.at("/group/commune").asText()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "adults=x, WRONG_TYPE, adults",
    "adults=51, OUT_OF_RANGE, adults",
    "adults=0, OUT_OF_RANGE, adults",
    "adults=50&minors=1, OUT_OF_RANGE, adults",
    "adults=1&adults=2, DUPLICATE_FIELD, adults",
    "minors=-1, OUT_OF_RANGE, minors",
    "youngest=121, OUT_OF_RANGE, youngest",
    "householdType=woman, INVALID_VALUE, householdType",
    "pets=DRAGON, INVALID_VALUE, pets",
    "reducedMobility=yes, WRONG_TYPE, reducedMobility",
    "inseeCode=3417, INVALID_VALUE, inseeCode",
    "inseeCode=34172', TOO_LONG, inseeCode",
    "inseeCode=2C004, INVALID_VALUE, inseeCode",
    "wayMinutes=0, OUT_OF_RANGE, wayMinutes",
    "wayMinutes=99999999999, TOO_LONG, wayMinutes",
    "most=51, OUT_OF_RANGE, most",
    "cots=51, OUT_OF_RANGE, cots",
    "agent=karim, UNKNOWN_FIELD, agent",
  })
  void aHostileSearchIsRefusedByName(String query, String code, String field) {
    TestBrowser.Answer refused = claire.get("/api/board/search?" + query);
    assertThat(refused.status()).as(refused.body()).isIn(400, 422);
    assertThat(refused.field("code")).isEqualTo(code);
    assertThat(refused.field("field")).isEqualTo(field);
  }

  @Test
  void aCommuneThatNoListNamesIsNeverTooFar() throws Exception {
    JsonNode answer = search("/api/board/search?inseeCode=2A004&wayMinutes=1");
    assertThat(answer.path("fits").size()).isPositive();
    assertThat(answer.at("/fits/0/way").isNull()).isTrue();
  }

  @Test
  void aShelterDoesNotSearch() {
    assertThat(gateway.browser().signIn("lilas").get("/api/board/search").status()).isEqualTo(403);
  }

  @Test
  void theCommunesOfTheDepartementAreNamed() {
    assertThat(claire.get("/api/communes").body())
        .contains("{\"inseeCode\":\"34172\",\"name\":\"Montpellier\"}");
  }

  @Test
  void theLoserOfARaceIsToldWhereElseAndWhy() throws Exception {
    String contact = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + contact + "\",\"channel\":\"IN_PERSON\"}");
    TestBrowser.Answer lost =
        claire.post(
            "/api/holds",
            "{\"holdId\":\"%s\",\"placeGroupId\":\"mimosas-perinat\",\"places\":2,\"contactId\":\"%s\"}"
                .formatted(UUID.randomUUID(), contact));
    assertThat(lost.status()).isEqualTo(409);
    JsonNode body = new ObjectMapper().readTree(lost.body());
    assertThat(body.path("code").asText()).isEqualTo("ALREADY_TAKEN");
    for (JsonNode other : body.path("alternatives")) {
      assertThat(other.path("whyNot")).isEmpty();
      assertThat(other.at("/group/fits").asBoolean()).isTrue();
    }
  }

  @Test
  void aHouseholdTakesTheWholeRoom() {
    String contact = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + contact + "\",\"channel\":\"IN_PERSON\"}");
    String wish =
        "{\"holdId\":\"%s\",\"placeGroupId\":\"bellevue-chambres\",\"places\":3,\"contactId\":\"%s\"}"
            .formatted(UUID.randomUUID(), contact);
    TestBrowser.Answer held = claire.post("/api/holds", wish);
    assertThat(held.status()).as(held.body()).isEqualTo(201);
    assertThat(held.body()).contains("\"places\":4");
    assertThat(claire.post("/api/holds", wish).status()).as("the same again").isEqualTo(201);
    assertThat(claire.send("DELETE", "/api/holds/" + held.field("holdId"), null).status())
        .isEqualTo(204);
  }
}
