package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.TestGateway.await;

import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a contact asks for tonight, and whose turn a place is that came back, over HTTP. */
class RequestsIT {

  private static final String GROUP = "lilas-famille";

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser claire;
  private static TestBrowser karim;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
    karim = gateway.browser().signIn("karim");
    gateway.browser().signIn("sophie").put("/api/place-groups/" + GROUP + "/free", "{\"free\":4}");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static String contact() {
    String contact = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + contact + "\",\"channel\":\"IN_PERSON\"}");
    claire.patch(
        "/api/contacts/" + contact,
        "{\"version\":1,\"householdType\":\"WOMAN_WITH_CHILD\",\"adults\":1,\"minors\":1,\"under3\":1}");
    return contact;
  }

  private static TestBrowser.Answer decide(String contact, String body) {
    return claire.put("/api/contacts/" + contact + "/request", body);
  }

  private static String promised(String contact) {
    String hold = UUID.randomUUID().toString();
    claire.post(
        "/api/holds",
        "{\"holdId\":\"%s\",\"placeGroupId\":\"%s\",\"places\":2,\"contactId\":\"%s\"}"
            .formatted(hold, GROUP, contact));
    String placement = UUID.randomUUID().toString();
    TestBrowser.Answer answer =
        claire.post(
            "/api/holds/" + hold + "/confirm",
            "{\"placementId\":\"" + placement + "\",\"sms\":false}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return placement;
  }

  @Test
  void aContactThatGotNothingSaysWhyAndMayThenBeClosed() {
    String contact = contact();
    assertThat(claire.get("/api/contacts/" + contact + "/request").body())
        .contains("\"request\":null", "\"decided\":false", "\"toDecide\":true");

    TestBrowser.Answer opened = claire.post("/api/contacts/" + contact + "/request", "{}");
    TestBrowser.Answer decided =
        decide(
            contact,
            "{\"outcome\":\"UNMET\",\"reason\":\"NO_COMPATIBLE_PLACE\",\"subReasons\":[\"PET\"],\"keepOpen\":true}");

    assertThat(opened.body()).contains("\"decided\":false", "\"status\":\"OPEN\"");
    assertThat(decided.body())
        .contains("\"decided\":true", "\"status\":\"UNMET\"", "\"keepOpen\":true", "\"PET\"")
        .contains("\"toDecide\":false", "\"suggestion\":null");
    assertThat(decide(contact, "{\"outcome\":\"SEARCH_GOES_ON\",\"keepOpen\":false}").body())
        .contains("\"decided\":true", "\"status\":\"SEARCHING\"");
  }

  @Test
  void theBoardSaysWhyNothingFitsBeforeAnythingIsDecidedOrOpened() {
    String contact = contact();
    claire.patch(
        "/api/contacts/" + contact,
        "{\"version\":2,\"adults\":20,\"reducedMobility\":true,\"pets\":\"DOG\"}");

    TestBrowser.Answer asked = claire.get("/api/contacts/" + contact + "/request");

    assertThat(asked.body())
        .contains("\"request\":null", "\"toDecide\":true", "\"reason\":\"NO_COMPATIBLE_PLACE\"")
        .contains("\"HOUSEHOLD_SIZE\"", "\"PET\"");
  }

  @Test
  void whoAsksForNoShelterIsAskedForNoReason() {
    String contact = contact();
    claire.patch("/api/contacts/" + contact, "{\"version\":2,\"kinds\":[\"RIGHTS_INFORMATION\"]}");

    TestBrowser.Answer asked = claire.get("/api/contacts/" + contact + "/request");

    assertThat(asked.body())
        .contains("\"request\":null", "\"toDecide\":false", "\"suggestion\":null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | MISSING_FIELD | outcome",
        "{\"outcome\":\"UNMET\"} | MISSING_FIELD | reason",
        "{\"outcome\":\"UNMET\",\"reason\":\"NO_PLACE\"} | MISSING_FIELD | keepOpen",
        "{\"outcome\":\"UNMET\",\"reason\":\"LAZY\",\"keepOpen\":true} | INVALID_VALUE | reason",
        "{\"outcome\":\"UNMET\",\"reason\":\"NO_PLACE\",\"subReasons\":[\"PET\"],\"keepOpen\":true} | INVALID_VALUE | subReasons",
        "{\"outcome\":\"UNMET\",\"reason\":\"NO_COMPATIBLE_PLACE\",\"subReasons\":[7],\"keepOpen\":true} | INVALID_VALUE | subReasons",
        "{\"outcome\":\"UNMET\",\"reason\":\"NO_COMPATIBLE_PLACE\",\"subReasons\":\"PET\",\"keepOpen\":true} | WRONG_TYPE | subReasons",
        "{\"outcome\":\"MET\",\"keepOpen\":true} | INVALID_VALUE | outcome",
        "{\"outcome\":\"SEARCH_GOES_ON\",\"keepOpen\":\"yes\"} | WRONG_TYPE | keepOpen",
        "{\"outcome\":\"SEARCH_GOES_ON\",\"keepOpen\":true,\"by\":\"x\"} | UNKNOWN_FIELD | by"
      })
  void aBadDecisionIsRefusedByTheNameOfItsField(String body, String code, String field) {
    TestBrowser.Answer answer = decide(contact(), body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo(code);
    assertThat(answer.field("field")).isEqualTo(field);
  }

  @Test
  void whoSaysTheCodeOfTheFileIsFoundAgain() {
    String first = contact();
    String code = claire.post("/api/contacts/" + first + "/request", "{}").field("fileCode");
    String again = contact();

    TestBrowser.Answer joined =
        claire.post(
            "/api/contacts/" + again + "/request/join",
            "{\"fileCode\":\"" + code.toLowerCase(Locale.ROOT) + "\"}");

    assertThat(joined.status()).isEqualTo(200);
    assertThat(joined.field("fileCode")).isEqualTo(code);
    assertThat(
            claire
                .post("/api/contacts/" + again + "/request/join", "{\"fileCode\":\"'; DROP\"}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void aPlaceThatCameBackIsOnEveryDeskAndOneAgentTakesCareOfThem() {
    String placement = promised(contact());
    String waiting = contact();
    decide(waiting, "{\"outcome\":\"UNMET\",\"reason\":\"NO_PLACE\",\"keepOpen\":true}");
    TestBrowser.Socket screen = karim.live();
    screen.next("\"type\":\"board\"");

    claire.post(
        "/api/placements/" + placement + "/move",
        "{\"moveId\":\"" + UUID.randomUUID() + "\",\"move\":\"DID_NOT_COME\"}");

    String told = screen.next("\"type\":\"freedPlaces\"", "\"status\":\"PROPOSED\"");
    assertThat(told).contains("\"waitingSince\"", "\"nightsWithout\":0", "\"level\":1");
    String freedId = told.replaceAll(".*?\"freedId\":\"([^\"]+)\".*", "$1");
    String take = "{\"holdId\":\"" + UUID.randomUUID() + "\"}";
    TestBrowser.Answer taken = karim.post("/api/freed-places/" + freedId + "/take", take);
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    assertThat(karim.post("/api/freed-places/" + freedId + "/take", take).body())
        .as("the same again is the same hold")
        .isEqualTo(taken.body());
    assertThat(
            claire
                .post(
                    "/api/freed-places/" + freedId + "/take",
                    "{\"holdId\":\"" + UUID.randomUUID() + "\"}")
                .field("code"))
        .isEqualTo("TAKEN_BEFORE");
    assertThat(
            karim
                .post(
                    "/api/holds/" + taken.field("holdId") + "/confirm",
                    "{\"placementId\":\"" + UUID.randomUUID() + "\",\"sms\":false}")
                .status())
        .isEqualTo(201);
    await("it is given", () -> karim.get("/api/freed-places").body().equals("[]"));
    assertThat(gateway.browser().signIn("lilas").get("/api/freed-places").status()).isEqualTo(403);
  }
}
