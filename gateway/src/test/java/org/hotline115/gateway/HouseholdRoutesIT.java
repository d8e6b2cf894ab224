package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

/** Households over HTTP: who may, what is shown, what is refused. */
class HouseholdRoutesIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final String SAID =
      "\"householdType\":\"WOMAN_WITH_CHILD\",\"adults\":1,\"minors\":1,\"under3\":1,\"pets\":\"NONE\"";

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser claire;
  private static TestBrowser karim;
  private static String contact;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
    karim = gateway.browser().signIn("karim");
    contact = gateway.answered(claire, CLAIRE, "0639981301");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void aHouseholdIsNotedJoinedLeftAndHasAReferent() {
    String mother = person("Kadiatou");
    String child = person("Sira");
    assertThat(claire.get(household(mother) + during()).body()).contains("\"household\":null");
    String yesterday = LocalDate.now(TestGateway.PARIS).minusDays(1).toString();

    TestBrowser.Answer started = begin(mother, SAID + ",\"from\":\"" + yesterday + "\"");
    assertThat(started.status()).as(started.body()).isEqualTo(200);
    assertThat(started.body())
        .contains("\"role\":\"HEAD\"", "\"from\":\"" + yesterday + "\"", "Kadiatou");
    String member = UUID.randomUUID().toString();
    TestBrowser.Answer joined =
        claire.post(
            household(mother) + "/members",
            "{\"otherId\":\"%s\",\"memberId\":\"%s\",\"role\":\"CHILD\",%s}"
                .formatted(child, member, opening()));
    assertThat(joined.body()).contains("\"role\":\"CHILD\"", "Sira");
    TestBrowser.Answer named =
        claire.put(
            household(child) + "/referent",
            "{\"referentId\":\"%s\",\"agent\":\"sophie\",\"agreed\":true,%s}"
                .formatted(UUID.randomUUID(), opening()));
    assertThat(named.body()).contains("\"referent\":{\"agent\":\"sophie\"");

    TestBrowser.Answer left =
        claire.post(household(mother) + "/members/" + member + "/leave", "{" + opening() + "}");

    assertThat(left.body()).containsPattern("\"former\":\\[\\{\"memberId\":\"" + member);
    assertThat(claire.get(household(child) + during()).body())
        .contains("\"household\":null", "\"role\":\"CHILD\"");
    assertThat(
            claire
                .put(
                    household(mother),
                    "{\"version\":7,%s,%s}"
                        .formatted(SAID.replace(":1,\"pets", ":0,\"pets"), opening()))
                .field("code"))
        .isEqualTo("CHANGED_ELSEWHERE");
  }

  @Test
  void nobodyWithoutAPurposeSeesOrChangesIt() {
    String mother = person("Awa");
    begin(mother, SAID);

    assertThat(karim.get(household(mother) + during()).field("code")).isEqualTo("NO_PURPOSE");
    assertThat(karim.get(household(mother) + during()).body()).doesNotContain("Awa");
    assertThat(
            karim
                .put(household(mother), "{\"version\":1,%s,%s}".formatted(SAID, opening()))
                .status())
        .isEqualTo(403);
    assertThat(gateway.browser().signIn("lilas").get(household(mother) + during()).status())
        .isEqualTo(403);
    assertThat(gateway.browser().get(household(mother) + during()).status()).isEqualTo(401);
    assertThat(
            claire
                .post(
                    household(mother) + "/members/" + UUID.randomUUID() + "/leave",
                    "{" + opening() + "}")
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'adults':0,'minors':0,'under3':0 | OUT_OF_RANGE | adults",
        "'adults':1,'minors':0,'under3':1 | OUT_OF_RANGE | under3",
        "'adults':51,'minors':0,'under3':0 | OUT_OF_RANGE | adults",
        "'adults':'1','minors':0,'under3':0 | WRONG_TYPE | adults",
        "'adults':1.5,'minors':0,'under3':0 | WRONG_TYPE | adults",
        "'adults':1,'minors':0 | MISSING_FIELD | under3",
        "'adults':1,'minors':0,'under3':0,'role':'CHIEF' | INVALID_VALUE | role",
        "'adults':1,'minors':0,'under3':0,'from':'2026-02-30' | INVALID_VALUE | from",
        "'adults':1,'minors':0,'under3':0,'from':'0000-00-00' | INVALID_VALUE | from",
        "'adults':1,'minors':0,'under3':0,'from':'9999-01-01' | OUT_OF_RANGE | from",
        "'adults':1,'minors':0,'under3':0,'nationality':'FR' | UNKNOWN_FIELD | nationality"
      },
      quoteCharacter = '`')
  void aBadRequestIsRefusedByTheNameOfItsField(String said, String code, String field) {
    TestBrowser.Answer answer =
        begin(
            UUID.randomUUID().toString(),
            "\"householdType\":\"UNKNOWN\",\"pets\":\"NONE\"," + said.replace('\'', '"'));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(Stream.of("code", "field").map(answer::field)).containsExactly(code, field);
  }

  @Test
  void aReferentWhomThePersonsDidNotChooseIsNone() {
    String mother = person("Fatou");
    begin(mother, SAID);
    String wish = "{\"referentId\":\"%s\",\"agent\":\"%s\",\"agreed\":%s,%s}";

    assertThat(
            claire
                .put(
                    household(mother) + "/referent",
                    wish.formatted(UUID.randomUUID(), "sophie", false, opening()))
                .field("code"))
        .isEqualTo("NOT_AGREED");
    assertThat(
            claire
                .put(
                    household(mother) + "/referent",
                    wish.formatted(UUID.randomUUID(), "lilas", true, opening()))
                .field("code"))
        .isEqualTo("NO_SUCH_AGENT");
  }

  private static TestBrowser.Answer begin(String person, String said) {
    String role = said.contains("\"role\"") ? "" : "\"role\":\"HEAD\",";
    return claire.post(
        household(person),
        "{\"householdId\":\"%s\",\"memberId\":\"%s\",%s%s,%s}"
            .formatted(UUID.randomUUID(), UUID.randomUUID(), role, said, opening()));
  }

  private static String person(String name) {
    String person = UUID.randomUUID().toString();
    TestBrowser.Answer added =
        claire.post(
            "/api/persons",
            "{\"personId\":\"%s\",\"firstName\":\"%s\",%s}".formatted(person, name, opening()));
    assertThat(added.status()).as(added.body()).isEqualTo(200);
    return person;
  }

  private static String household(String person) {
    return "/api/persons/" + person + "/household";
  }

  private static String opening() {
    return "\"purpose\":\"CALL\",\"subject\":\"" + contact + "\"";
  }

  private static String during() {
    return "?purpose=CALL&subject=" + contact;
  }
}
