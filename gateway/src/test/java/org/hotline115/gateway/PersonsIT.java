package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.TestGateway.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is calling, over HTTP: who may, what is shown, what is refused. */
class PersonsIT {

  private static final AgentId CLAIRE = new AgentId("claire");

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser claire;
  private static TestBrowser karim;
  private static TestBrowser sophie;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
    karim = gateway.browser().signIn("karim");
    sophie = gateway.browser().signIn("sophie");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void whoCallsAgainIsSuggestedLinkedAndTheirFileOpens() {
    String first = gateway.answered(claire, CLAIRE, "0639981201");
    String person =
        met(first, "\"firstName\":\"Kadiatou\",\"lastName\":\"Diallo\",\"birthYear\":1994");
    String second = gateway.answered(claire, CLAIRE, "0639981201");

    TestBrowser.Answer suggested = claire.get("/api/contacts/" + second + "/person");
    assertThat(suggested.body())
        .contains(
            "\"linked\":null",
            "\"personId\":\"" + person + "\"",
            "\"why\":[\"NUMBER\"]",
            "\"lastName\":\"Diallo\"");
    TestBrowser.Answer linked = link(second, person);
    assertThat(linked.status()).as(linked.body()).isEqualTo(200);
    assertThat(linked.body()).contains("\"identityQuality\":\"FULL\"").doesNotContain("0639981201");
    assertThat(claire.get("/api/contacts/" + second + "/person").body()).contains("LINKED");

    TestBrowser.Answer file = open(claire, person, "CALL", second);
    assertThat(file.status()).as(file.body()).isEqualTo(200);
    assertThat(file.body()).contains("\"kind\":\"CONTACT\"", first, second, "\"more\":false");

    assertThat(claire.send("DELETE", "/api/contacts/" + second + "/person", null).status())
        .isEqualTo(204);
    assertThat(claire.get("/api/contacts/" + second + "/person").body())
        .contains("\"linked\":null");
  }

  @Test
  void theTimelineShowsWhatWasAskedHeldPromisedWrittenAndBooked() {
    String contact = gateway.answered(claire, CLAIRE, "0639981202");
    claire.patch(
        "/api/contacts/" + contact,
        "{\"version\":1,\"householdType\":\"WOMAN_WITH_CHILD\",\"adults\":1,\"minors\":1,\"smsAgreed\":true}");
    String person = met(contact, "\"pseudonym\":\"Mme K.\"");
    String placement = promised(contact);
    String appointment = booked(contact);

    String file = open(claire, person, "CALL", contact).body();

    assertThat(file)
        .contains("\"kind\":\"REQUEST\"", "\"kind\":\"PLACEMENT\"", placement)
        .contains("\"kind\":\"TEXT\"", "BED_OFFER", "\"kind\":\"APPOINTMENT\"", appointment)
        .doesNotContain("rue des");
    assertThat(file.indexOf("APPOINTMENT\""))
        .as("what is to come stands above what was")
        .isLessThan(file.indexOf("\"kind\":\"PLACEMENT\""));
    assertThat(open(sophie, person, "PLACEMENT", placement).status()).isEqualTo(200);
    assertThat(open(sophie, person, "APPOINTMENT", appointment).status()).isEqualTo(200);
    assertThat(open(sophie, person, "APPOINTMENT", placement).field("code"))
        .isEqualTo("NO_PURPOSE");
  }

  @Test
  void nobodyOpensAFileWithoutAPurpose() {
    String contact = gateway.answered(claire, CLAIRE, "0639981203");
    String person = met(contact, "\"firstName\":\"Awa\"");

    for (TestBrowser.Answer refused :
        new TestBrowser.Answer[] {
          open(karim, person, "CALL", contact),
          open(claire, person, "CALL", UUID.randomUUID().toString()),
          open(claire, UUID.randomUUID().toString(), "CALL", UUID.randomUUID().toString()),
          karim.get("/api/contacts/" + contact + "/person"),
          karim.post("/api/contacts/" + contact + "/person/search", "{\"name\":\"awa\"}"),
          karim.put("/api/contacts/" + contact + "/person", "{\"personId\":\"" + person + "\"}"),
          karim.send("DELETE", "/api/contacts/" + contact + "/person", null)
        }) {
      assertThat(refused.status()).as(refused.body()).isEqualTo(403);
      assertThat(refused.field("code")).isEqualTo("NO_PURPOSE");
      assertThat(refused.body()).doesNotContain("Awa");
    }
    assertThat(gateway.browser().signIn("lilas").get("/api/persons/" + person).status())
        .isEqualTo(403);
    assertThat(gateway.browser().get("/api/persons/" + person).status()).isEqualTo(401);
  }

  @Test
  void aSharedTelephoneThatIsNotSafeGetsNoText() {
    String contact = gateway.answered(claire, CLAIRE, "0639981204");
    claire.patch("/api/contacts/" + contact, "{\"version\":1,\"smsAgreed\":true}");
    String person = met(contact, "\"firstName\":\"Awa\"");
    String number = open(claire, person, "CALL", contact).field("numberId");

    TestBrowser.Answer said =
        claire.put(
            "/api/persons/" + person + "/numbers/" + number,
            "{\"safeToText\":false,\"safeToCall\":true,\"purpose\":\"CALL\",\"subject\":\"%s\"}"
                .formatted(contact));
    assertThat(said.body()).contains("\"safeToText\":false", "\"safeToCall\":true");
    promised(contact);

    assertThat(open(claire, person, "CALL", contact).body())
        .contains("\"kind\":\"TEXT\"", "SUPPRESSED_DISCRETION")
        .doesNotContain("JOURNALED", "QUEUED");
    assertThat(
            claire
                .send(
                    "DELETE",
                    "/api/persons/%s/numbers/%s?purpose=CALL&subject=%s"
                        .formatted(person, number, contact),
                    null)
                .body())
        .contains("\"numbers\":[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'personId':'ID','purpose':'CALL'} | MISSING_FIELD | subject",
        "{'personId':'ID','purpose':'CURIOSITY','subject':'ID'} | INVALID_VALUE | purpose",
        "{'personId':'../x','purpose':'CALL','subject':'ID'} | INVALID_VALUE | personId",
        "{'personId':'ID','purpose':'CALL','subject':'ID','birthYear':'1990'} | WRONG_TYPE | birthYear",
        "{'personId':'ID','purpose':'CALL','subject':'ID','birthYear':1899} | OUT_OF_RANGE | birthYear",
        "{'personId':'ID','purpose':'CALL','subject':'ID','birthYear':99999} | OUT_OF_RANGE | birthYear",
        "{'personId':'ID','purpose':'CALL','subject':'ID','birthYear':1990.5} | WRONG_TYPE | birthYear",
        "{'personId':'ID','purpose':'CALL','subject':'ID','language':'<b>'} | INVALID_VALUE | language",
        "{'personId':'ID','purpose':'CALL','subject':'ID','gender':'FEMALE'} | INVALID_VALUE | gender",
        "{'personId':'ID','purpose':'CALL','subject':'ID','code':'A4F7'} | UNKNOWN_FIELD | code",
        "{'personId':'ID','purpose':'CALL','subject':'ID','nationality':'FR'} | UNKNOWN_FIELD | nationality",
        "{'personId':'ID','purpose':'CALL','subject':'ID','firstName':'LONG'} | TOO_LONG | firstName"
      },
      quoteCharacter = '`')
  void aBadRequestIsRefusedByTheNameOfItsField(String body, String code, String field) {
    TestBrowser.Answer answer =
        claire.post(
            "/api/persons",
            body.replace('\'', '"')
                .replace("ID", UUID.randomUUID().toString())
                .replace("LONG", "x".repeat(61)));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(Stream.of("code", "field").map(answer::field)).containsExactly(code, field);
  }

  @Test
  void aScriptInANameStaysText() {
    String contact = gateway.answered(claire, CLAIRE, "0639981205");
    String person = met(contact, "\"firstName\":\"<img src=x onerror=alert(1)>\"");

    assertThat(open(claire, person, "CALL", contact).field("firstName"))
        .isEqualTo("<img src=x onerror=alert(1)>");
    assertThat(
            claire
                .post("/api/contacts/" + contact + "/person/search", "{\"name\":\"😀\"}")
                .field("code"))
        .isEqualTo("NOTHING_TO_SEARCH");
    assertThat(
            claire
                .post(
                    "/api/contacts/" + contact + "/person/search",
                    "{\"name\":\"awa\",\"code\":\"A4F7\"}")
                .status())
        .isEqualTo(400);
  }

  private static String met(String contact, String said) {
    String person = UUID.randomUUID().toString();
    TestBrowser.Answer added =
        claire.post(
            "/api/persons",
            "{\"personId\":\"%s\",\"purpose\":\"CALL\",\"subject\":\"%s\",%s}"
                .formatted(person, contact, said));
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    assertThat(link(contact, person).status()).isEqualTo(200);
    return person;
  }

  private static TestBrowser.Answer link(String contact, String person) {
    return claire.put("/api/contacts/" + contact + "/person", "{\"personId\":\"" + person + "\"}");
  }

  private static TestBrowser.Answer open(
      TestBrowser by, String person, String purpose, String subject) {
    return by.get("/api/persons/%s?purpose=%s&subject=%s".formatted(person, purpose, subject));
  }

  private static String promised(String contact) {
    await(
        "there is a place",
        () -> sophie.put("/api/place-groups/lilas-famille/free", "{\"free\":4}").status() == 200);
    String hold = UUID.randomUUID().toString();
    String placement = UUID.randomUUID().toString();
    claire.post(
        "/api/holds",
        "{\"holdId\":\"%s\",\"placeGroupId\":\"lilas-famille\",\"places\":2,\"contactId\":\"%s\"}"
            .formatted(hold, contact));
    TestBrowser.Answer confirmed =
        claire.post(
            "/api/holds/" + hold + "/confirm",
            "{\"placementId\":\"" + placement + "\",\"sms\":true}");
    assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(201);
    return placement;
  }

  private static String booked(String contact) {
    TestBrowser nadia = gateway.browser().signIn("nadia");
    LocalDate day = LocalDate.now(TestGateway.PARIS).plusDays(2);
    String schedule = UUID.randomUUID().toString();
    nadia.post(
        "/api/schedules",
        ("{\"scheduleId\":\"%s\",\"siteId\":\"lilas\",\"service\":\"premier accueil\","
                + "\"kind\":\"APPOINTMENT\",\"rule\":\"FREQ=DAILY\",\"validFrom\":\"%s\","
                + "\"opensAt\":\"09:00\",\"closesAt\":\"12:00\",\"slotMinutes\":30,\"capacity\":1,"
                + "\"languages\":[\"fr\"]}")
            .formatted(schedule, day));
    String appointment = UUID.randomUUID().toString();
    Instant startsAt = day.atTime(9, 0).atZone(TestGateway.PARIS).toInstant();
    TestBrowser.Answer answer =
        claire.post(
            "/api/appointments",
            "{\"appointmentId\":\"%s\",\"scheduleId\":\"%s\",\"startsAt\":\"%s\",\"contactId\":\"%s\",\"name\":\"\"}"
                .formatted(appointment, schedule, startsAt, contact));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return appointment;
  }
}
