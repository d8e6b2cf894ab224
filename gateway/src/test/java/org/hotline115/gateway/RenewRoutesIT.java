package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "Same as yesterday" over HTTP, and what a hostile page gets from it. */
class RenewRoutesIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final String SCRIPT = "<img src=x onerror=alert(1)>";

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser claire;
  private static TestBrowser karim;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
    karim = gateway.browser().signIn("karim");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void aKnownHouseholdIsOnTheFormByOneRequest() {
    String yesterday = family(gateway.answered(claire, CLAIRE, "0465710081"));
    String tonight = gateway.answered(claire, CLAIRE, "0465710081");

    TestBrowser.Answer answer = renew(claire, tonight, 1, yesterday);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.field("contactId")).isEqualTo(tonight);
    assertThat(answer.field("householdType")).isEqualTo("WOMAN_WITH_CHILD");
    assertThat(answer.field("pseudonym")).as("kept as it was said").isEqualTo(SCRIPT);
    assertThat(answer.body())
        .contains("\"version\":2", "\"cots\":1", "\"kinds\":[\"RENEWAL\",\"SHELTER_REQUEST\"]");
    assertThat(renew(claire, tonight, 1, yesterday).body()).isEqualTo(answer.body());
  }

  @Test
  void aForeignContactTellsNothingAndChangesNothing() {
    String stranger = family(gateway.answered(claire, CLAIRE, "0465710082"));
    String tonight = gateway.answered(claire, CLAIRE, "0465710083");

    TestBrowser.Answer foreign = renew(claire, tonight, 1, stranger);
    TestBrowser.Answer unknown = renew(claire, tonight, 1, UUID.randomUUID().toString());

    assertThat(foreign.field("code")).isEqualTo("NOTHING_TO_RENEW");
    assertThat(unknown.body()).as("nobody learns that it is there").isEqualTo(foreign.body());
    assertThat(claire.get("/api/contacts/" + tonight).body()).contains("\"version\":1");
  }

  @Test
  void aColleaguesContactIsNotFilledAndAShelterHasNoPartInIt() {
    String yesterday = family(gateway.answered(claire, CLAIRE, "0465710084"));
    String tonight = gateway.answered(claire, CLAIRE, "0465710084");

    assertThat(renew(karim, tonight, 1, yesterday).field("code")).isEqualTo("NOT_YOURS");
    assertThat(renew(gateway.browser().signIn("lilas"), tonight, 1, yesterday).status())
        .isEqualTo(403);
    assertThat(claire.get("/api/contacts/" + tonight).body()).contains("\"version\":1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'version':1} | MISSING_FIELD | lastContactId",
        "{'lastContactId':'ID'} | MISSING_FIELD | version",
        "{'version':0,'lastContactId':'ID'} | OUT_OF_RANGE | version",
        "{'version':1,'lastContactId':'../x'} | INVALID_VALUE | lastContactId",
        "{'version':1,'lastContactId':['ID']} | WRONG_TYPE | lastContactId",
        "{'version':1,'lastContactId':'ID','agent':'karim'} | UNKNOWN_FIELD | agent",
        "{'version':1,'lastContactId':'ID','smsAgreed':true} | UNKNOWN_FIELD | smsAgreed"
      },
      quoteCharacter = '`')
  void aBadRequestIsRefusedByTheNameOfItsField(String body, String code, String field) {
    String tonight = gateway.answered(claire, CLAIRE, "0465710085");

    TestBrowser.Answer answer =
        claire.post(
            "/api/contacts/" + tonight + "/renew",
            body.replace('\'', '"').replace("ID", UUID.randomUUID().toString()));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(Stream.of("code", "field").map(answer::field)).containsExactly(code, field);
  }

  private static TestBrowser.Answer renew(
      TestBrowser by, String contact, int version, String last) {
    return by.post(
        "/api/contacts/" + contact + "/renew",
        "{\"version\":%d,\"lastContactId\":\"%s\"}".formatted(version, last));
  }

  private static String family(String contact) {
    TestBrowser.Answer said =
        claire.patch(
            "/api/contacts/" + contact,
            "{\"version\":1,\"householdType\":\"WOMAN_WITH_CHILD\",\"minors\":1,\"cots\":1,"
                + "\"pseudonym\":\"%s\"}".formatted(SCRIPT));
    assertThat(said.status()).as(said.body()).isEqualTo(200);
    return contact;
  }
}
