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

/** Flash evaluations over HTTP: who may, what is shown, what is refused. */
class EvaluationRoutesIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final String ASKED =
      "\"situation\":\"STREET\",\"healthNow\":\"NONE\",\"safetyNow\":\"RISK\",\"reasons\":[\"EVICTION\"],\"network\":false,\"readBack\":true";

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
  void itIsOpenedInAContactTakenByAColleagueAndDone() {
    String contact = gateway.answered(claire, CLAIRE, "0639981501");
    assertThat(claire.get("/api/contacts/" + contact + "/evaluation").body())
        .isEqualTo("{\"evaluation\":null}");
    String id = opened(contact);
    assertThat(claire.get("/api/contacts/" + contact + "/evaluation").body())
        .contains(id, "\"late\":false", "\"owner\":\"claire\"");
    assertThat(claire.put(path(id), "{\"version\":1,\"done\":false," + ASKED + "}").body())
        .contains("\"version\":2", "\"reasons\":[\"EVICTION\"]");

    TestBrowser.Answer list = karim.get("/api/evaluations");
    assertThat(list.body()).contains(id).doesNotContain("STREET", "EVICTION");
    assertThat(karim.get(path(id)).field("code")).isEqualTo("TAKE_IT_FIRST");
    TestBrowser.Answer taken =
        karim.put(path(id) + "/owner", "{\"version\":2,\"owner\":\"karim\"}");
    assertThat(taken.body()).contains("\"owner\":\"karim\"").doesNotContain("EVICTION");
    assertThat(karim.get(path(id)).body()).contains("\"situation\":\"STREET\"");
    TestBrowser.Answer done = karim.put(path(id), "{\"version\":3,\"done\":true," + ASKED + "}");

    assertThat(done.body()).contains("\"doneBy\":\"karim\"");
    assertThat(karim.get("/api/evaluations").body()).doesNotContain(id);
    assertThat(
            karim
                .put(path(id), "{\"version\":4,\"done\":false,\"situation\":\"HOSPITAL\"}")
                .field("code"))
        .isEqualTo("ALREADY_DONE");
  }

  @Test
  void itIsNotDoneBeforeTheNeedfulWasAskedAndReadBack() {
    String id = opened(gateway.answered(claire, CLAIRE, "0639981502"));

    TestBrowser.Answer refused =
        claire.put(
            path(id),
            "{\"version\":1,\"done\":true," + ASKED.replace(",\"readBack\":true", "") + "}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(Stream.of("code", "field").map(refused::field))
        .containsExactly("NOT_ASKED_YET", "readBack");
  }

  @Test
  void onlyWhoMayOpensOrCountsIt() {
    String contact = gateway.answered(claire, CLAIRE, "0639981503");
    String open = "{\"evaluationId\":\"" + UUID.randomUUID() + "\"}";
    String path = "/api/contacts/" + contact + "/evaluation";

    assertThat(karim.post(path, open).status()).isEqualTo(404);
    assertThat(karim.get(path).body()).isEqualTo("{\"evaluation\":null}");
    assertThat(gateway.browser().signIn("lilas").get("/api/evaluations").status()).isEqualTo(403);
    assertThat(gateway.browser().get("/api/evaluations").status()).isEqualTo(401);
    assertThat(claire.get("/api/evaluation-figures").status()).isEqualTo(403);
    assertThat(gateway.browser().signIn("nadia").get("/api/evaluation-figures").body())
        .contains("\"due\":0", "\"value\":null");
    assertThat(claire.get("/api/evaluations/0").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'done':false} | MISSING_FIELD | version",
        "{'version':1} | MISSING_FIELD | done",
        "{'version':0,'done':false} | OUT_OF_RANGE | version",
        "{'version':1,'done':'yes'} | WRONG_TYPE | done",
        "{'version':1,'done':false,'situation':'PALACE'} | INVALID_VALUE | situation",
        "{'version':1,'done':false,'reasons':'VIOLENCE'} | WRONG_TYPE | reasons",
        "{'version':1,'done':false,'reasons':['LAZY']} | INVALID_VALUE | reasons",
        "{'version':1,'done':false,'network':'maybe'} | WRONG_TYPE | network",
        "{'version':1,'done':false,'note':'x'} | UNKNOWN_FIELD | note"
      },
      quoteCharacter = '`')
  void aBadRequestIsRefusedByTheNameOfItsField(String body, String code, String field) {
    TestBrowser.Answer answer =
        claire.put(path(UUID.randomUUID().toString()), body.replace('\'', '"'));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(Stream.of("code", "field").map(answer::field)).containsExactly(code, field);
  }

  private static String opened(String contact) {
    String id = UUID.randomUUID().toString();
    TestBrowser.Answer opened =
        claire.post(
            "/api/contacts/" + contact + "/evaluation", "{\"evaluationId\":\"" + id + "\"}");
    assertThat(opened.status()).as(opened.body()).isEqualTo(200);
    return id;
  }

  private static String path(String id) {
    return "/api/evaluations/" + id;
  }
}
