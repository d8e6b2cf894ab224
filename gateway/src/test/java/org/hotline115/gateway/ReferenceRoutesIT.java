package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of codes over HTTP: who may change them, what is refused, what forms then take. */
class ReferenceRoutesIT {

  private static final String CLOSING = "/api/reference/CLOSURE_REASON";
  private static final String BEDBUGS =
      "{\"code\":\"punaises\",\"parent\":\"PEST\",\"fr\":\"Punaises de lit\",\"en\":\"Bedbugs\",\"offered\":%s}";

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser nadia;
  private static TestBrowser lilas;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    nadia = gateway.browser().signIn("nadia");
    lilas = gateway.browser().signIn("lilas");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static int version() {
    return gateway.database.with(handle ->
        handle
            .createQuery("SELECT coalesce(max(version), 0) FROM reference_list")
            .mapTo(Integer.class)
            .one());
  }

  private static TestBrowser.Answer put(int version, String entries) {
    return nadia.put(CLOSING, "{\"version\":" + version + ",\"entries\":[" + entries + "]}");
  }

  private static TestBrowser.Answer close(String reason, String own) {
    return lilas.post(
        "/api/closures",
        "{\"closureId\":\"%s\",\"placeGroupId\":\"lilas-famille\",\"places\":1,\"reason\":\"%s\",\"ownCode\":\"%s\"}"
            .formatted(UUID.randomUUID(), reason, own));
  }

  @Test
  void aShelterIsOfferedWhatACoordinatorAddedAndItCountsAsTheNationsCode() {
    TestBrowser.Answer saved = put(version(), BEDBUGS.formatted(true));
    assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    assertThat(lilas.get("/api/reference").body()).contains("\"fr\":\"Punaises de lit\"");

    TestBrowser.Answer closed = close("PEST", "punaises");

    assertThat(closed.status()).as(closed.body()).isEqualTo(201);
    assertThat(closed.body()).contains("\"reason\":\"PEST\",\"ownCode\":\"punaises\"");
    assertThat(gateway.browser().signIn("claire").get("/api/board").body())
        .contains("\"closureReason\":\"PEST\"")
        .doesNotContain("punaises");
    assertThat(close("WORKS", "punaises").field("code")).isEqualTo("NOT_OFFERED");
    TestBrowser.Answer deleted =
        put(version(), "{\"code\":\"PEST\",\"fr\":\"\",\"en\":\"\",\"offered\":true}");
    assertThat(deleted.status()).isEqualTo(409);
    assertThat(deleted.field("code")).isEqualTo("IN_USE");
    assertThat(put(version(), BEDBUGS.formatted(false)).status()).isEqualTo(200);
    assertThat(close("PEST", "punaises").field("field")).isEqualTo("ownCode");
  }

  @Test
  void anOldVersionIsAConflictWithWhatStandsThere() {
    put(version(), "{\"code\":\"OTHER\",\"fr\":\"autre\",\"en\":\"else\",\"offered\":true}");

    TestBrowser.Answer old =
        put(0, "{\"code\":\"OTHER\",\"fr\":\"divers\",\"en\":\"else\",\"offered\":true}");

    assertThat(old.status()).isEqualTo(409);
    assertThat(old.field("code")).isEqualTo("CONFLICT");
    assertThat(old.body()).contains("\"current\":", "\"fr\":\"autre\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"claire", "lilas"})
  void whoKeepsNoListsReadsThemOnly(String who) {
    TestBrowser browser = gateway.browser().signIn(who);

    assertThat(browser.get("/api/reference").status()).isEqualTo(200);
    assertThat(browser.put(CLOSING, "{\"version\":0,\"entries\":[]}").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | MISSING_FIELD | version",
        "{\"version\":0} | MISSING_FIELD | entries",
        "{\"version\":-1,\"entries\":[]} | OUT_OF_RANGE | version",
        "{\"version\":0,\"entries\":[]} | OUT_OF_RANGE | entries",
        "{\"version\":0,\"entries\":\"all\"} | WRONG_TYPE | entries",
        "{\"version\":0,\"entries\":[7]} | WRONG_TYPE | entries",
        "{\"version\":0,\"entries\":[{\"code\":\"PEST\"}]} | MISSING_FIELD | offered",
        "{\"version\":0,\"entries\":[{\"code\":\"PEST\",\"offered\":true,\"sum\":1}]} | UNKNOWN_FIELD | sum",
        "{\"version\":0,\"entries\":[{\"code\":\"PEST\",\"offered\":true,\"fr\":\"a\\u0000b\"}]} | CONTROL_CHARACTER | fr",
        "{\"version\":0,\"entries\":[{\"code\":\"';DROP\",\"offered\":true}]} | INVALID_VALUE | code",
        "{\"version\":0,\"entries\":[{\"code\":\"rats\",\"parent\":\"PEST\",\"offered\":true}]} | INVALID_VALUE | fr",
        "{\"version\":0,\"entries\":[{\"code\":\"PEST\",\"offered\":true}],\"by\":\"x\"} | UNKNOWN_FIELD | by"
      })
  void whatCannotBeMeantIsRefusedByTheNameOfItsField(String body, String code, String field) {
    TestBrowser.Answer answer = nadia.put(CLOSING, body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo(code);
    assertThat(answer.field("field")).isEqualTo(field);
  }

  @Test
  void aListThatIsNoneIsNotFound() {
    assertThat(
            nadia
                .put(
                    "/api/reference/ROLES",
                    "{\"version\":0,\"entries\":[{\"code\":\"ADMIN\",\"offered\":true}]}")
                .status())
        .isEqualTo(404);
  }
}
