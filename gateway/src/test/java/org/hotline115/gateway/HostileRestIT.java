package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What no page of ours sends, against the real server. */
class HostileRestIT {

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser claire;
  private static String contact;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
    contact = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + contact + "\",\"channel\":\"IN_PERSON\"}");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  static Stream<Arguments> badHolds() {
    String id = UUID.randomUUID().toString();
    String good =
        "\"holdId\":\"%s\",\"placeGroupId\":\"lilas-famille\",\"contactId\":\"%s\""
            .formatted(id, contact);
    return Stream.of(
        Arguments.of("{" + good + ",\"places\":\"3\"}", "WRONG_TYPE", "places"),
        Arguments.of("{" + good + ",\"places\":3.5}", "WRONG_TYPE", "places"),
        Arguments.of("{" + good + ",\"places\":1e309}", "OUT_OF_RANGE", "places"),
        Arguments.of("{" + good + ",\"places\":-1}", "OUT_OF_RANGE", "places"),
        Arguments.of("{" + good + ",\"places\":0}", "OUT_OF_RANGE", "places"),
        Arguments.of("{" + good + ",\"places\":9223372036854775808}", "OUT_OF_RANGE", "places"),
        Arguments.of("{" + good + ",\"places\":true}", "WRONG_TYPE", "places"),
        Arguments.of("{" + good + ",\"places\":null}", "MISSING_FIELD", "places"),
        Arguments.of("{" + good + ",\"places\":1,\"places\":2}", "DUPLICATE_FIELD", "places"),
        Arguments.of("{" + good + ",\"places\":1,\"agent\":\"karim\"}", "UNKNOWN_FIELD", "agent"),
        Arguments.of(
            "{" + good.replace(id, "1-1-1-1-1") + ",\"places\":1}", "INVALID_VALUE", "holdId"),
        Arguments.of(
            "{" + good.replace(id, "x".repeat(2000)) + ",\"places\":1}", "TOO_LONG", "holdId"),
        Arguments.of(
            "{" + good.replace(contact, UUID.randomUUID().toString()) + ",\"places\":1}",
            "INVALID_VALUE",
            "contactId"),
        Arguments.of("{" + good + ",\"places\":NaN}", "MALFORMED_JSON", ""),
        Arguments.of("{" + good + ",\"places\":0x10}", "MALFORMED_JSON", ""),
        Arguments.of("{" + good + ",\"places\":1" + "0".repeat(50) + "}", "MALFORMED_JSON", ""));
  }

  @ParameterizedTest
  @MethodSource("badHolds")
  void aBadHoldIsRefusedByTheNameOfItsField(String body, String code, String field) {
    TestBrowser.Answer answer = claire.post("/api/holds", body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo(code);
    if (!field.isEmpty()) {
      assertThat(answer.field("field")).isEqualTo(field);
    }
    assertThat(claire.get("/api/holds").body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/contacts/0, 404",
    "GET, /api/contacts/-1, 404",
    "GET, /api/contacts/..%2F..%2Fetc, 404",
    "GET, /api/contacts/3F2504E0-4F89-11D3-9A0C-0305E82C3301, 404",
    "GET, /api/board?persons=0, 400",
    "GET, /api/board?persons=-1, 400",
    "GET, /api/board?persons=1e9, 400",
    "GET, /api/board?householdType=name;drop, 400",
    "GET, /api/board?filter[x]=1, 400",
    "GET, /api/board?sort=name, 400",
    "GET, /api/board?persons=1&persons=2, 400",
    "GET, /api/board?pets=DRAGON, 400",
    "GET, /api/contacts?state=closed, 400",
    "POST, /api/calls/..%2Fx/hangup, 404",
    "POST, /api/calls/nobody/hangup, 409",
    "PUT, /api/place-groups/LILAS/free, 403",
    "POST, /api/holds/0/extend, 404",
    "TRACE, /api/board, 404",
    "DELETE, /api/board, 404"
  })
  void aStrangeAddressIsAPlainAnswer(String method, String path, int status) {
    TestBrowser.Answer answer =
        claire.send(method, path.replace("[", "%5B").replace("]", "%5D"), null);

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).doesNotContain("Exception", "java.");
  }

  @ParameterizedTest
  @CsvSource({
    "adults, \"three\", WRONG_TYPE",
    "adults, 51, OUT_OF_RANGE",
    "inseeCode, \"2026-02-30\", INVALID_VALUE",
    "kinds, \"TEST\", WRONG_TYPE",
    "kinds, [null], WRONG_TYPE",
    "smsAgreed, \"yes\", WRONG_TYPE",
    "pseudonym, \"a\\u0000b\", CONTROL_CHARACTER",
    "pseudonym, \"a\\r\\nAction: Originate\", CONTROL_CHARACTER",
    "closedAt, \"2026-11-22T00:00:00Z\", UNKNOWN_FIELD",
    "agent, \"karim\", UNKNOWN_FIELD",
    "discretion, \"LOUD\", INVALID_VALUE"
  })
  void aBadFieldOfTheFormIsNamedAndNothingIsSaved(String field, String value, String code) {
    TestBrowser.Answer answer =
        claire.patch("/api/contacts/" + contact, "{\"version\":1,\"" + field + "\":" + value + "}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo(code);
    assertThat(answer.field("field")).isEqualTo(field);
    assertThat(claire.get("/api/contacts/" + contact).body()).contains("\"version\":1");
  }

  @Test
  void anotherAgentsContactIsNotChanged() {
    TestBrowser karim = gateway.browser().signIn("karim");

    assertThat(karim.patch("/api/contacts/" + contact, "{\"version\":1,\"adults\":3}").status())
        .isEqualTo(403);
    assertThat(karim.post("/api/contacts/" + contact + "/close", "{\"version\":1}").status())
        .isEqualTo(403);
  }

  @Test
  void withoutASessionOrATokenNothingIsDone() {
    TestBrowser nobody = gateway.browser();
    assertThat(nobody.get("/api/desk").status()).isEqualTo(401);
    TestBrowser without = gateway.browser().signIn("claire");
    without.csrf = "wrong";

    assertThat(without.put("/api/agent/state", "{\"state\":\"OFFLINE\"}").field("code"))
        .isEqualTo("CSRF");
  }

  @Test
  void aScriptInANoteComesBackAsText() {
    String id = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + id + "\",\"channel\":\"IN_PERSON\"}");
    claire.patch(
        "/api/contacts/" + id, "{\"version\":1,\"noteText\":\"<script>alert(1)</script>\\u202E\"}");

    assertThat(claire.get("/api/contacts/" + id).body())
        .contains("\"noteText\":\"<script>alert(1)</script>\"");
  }

  @Test
  void aRoleThatWasChangedIsFeltAtOnce() {
    TestBrowser sophie = gateway.browser().signIn("sophie");

    gateway
        .access
        .changeAccount()
        .role(new AgentId("sophie"), Role.SUPERVISOR, new AgentId("admin"));

    assertThat(sophie.get("/api/desk").status()).isEqualTo(401);
  }
}
