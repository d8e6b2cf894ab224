package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closing places over HTTP: who may, what is refused, and what the desks see. */
class ClosureIT {

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

  private static String wish(UUID id, String group, int places, String more) {
    return "{\"closureId\":\"%s\",\"placeGroupId\":\"%s\",\"places\":%d,\"reason\":\"PEST\"%s}"
        .formatted(id, group, places, more);
  }

  @Test
  void anAgentSeesClosedPlacesGoWithTheirReasonAndComeBack() {
    TestBrowser.Socket desk = gateway.browser().signIn("claire").live();
    desk.next("\"type\":\"board\"");
    UUID id = UUID.randomUUID();
    String wish = wish(id, "lilas-famille", 2, ",\"note\":\"punaises au 2e\"");

    TestBrowser.Answer closed = lilas.post("/api/closures", wish);

    assertThat(closed.status()).as(closed.body()).isEqualTo(201);
    assertThat(closed.field("siteName")).isEqualTo("CHU Les Lilas");
    desk.next("\"type\":\"boardChange\"", "lilas-famille", "\"closureReason\":\"PEST\"");
    assertThat(lilas.post("/api/closures", wish).body()).isEqualTo(closed.body());
    assertThat(nadia.get("/api/closures").body()).contains(id.toString(), "punaises au 2e");

    TestBrowser.Answer open = nadia.post("/api/closures/" + id + "/end", "{}");

    assertThat(open.field("status")).as(open.body()).isEqualTo("ENDED");
    desk.next("\"type\":\"boardChange\"", "lilas-famille", "\"closureReason\":null");
    assertThat(nadia.post("/api/closures/" + id + "/end", "{}").body()).isEqualTo(open.body());
  }

  @Test
  void aShelterClosesItsOwnPlacesOnlyAndAListenerNone() {
    UUID id = UUID.randomUUID();
    assertThat(lilas.post("/api/closures", wish(id, "bellevue-chambres", 1, "")).field("code"))
        .isEqualTo("NOT_YOURS");
    assertThat(nadia.post("/api/closures", wish(id, "bellevue-chambres", 1, "")).status())
        .isEqualTo(201);
    assertThat(lilas.post("/api/closures/" + id + "/end", "{}").field("code"))
        .isEqualTo("NOT_YOURS");
    assertThat(lilas.get("/api/closures").body()).doesNotContain("bellevue");
    assertThat(gateway.browser().signIn("claire").get("/api/closures").status()).isEqualTo(403);
    assertThat(gateway.browser().get("/api/closures").status()).isEqualTo(401);
  }

  @Test
  void closingBelowWhoIsInsideIsRefusedWithTheFigure() {
    TestBrowser.Answer answer =
        nadia.post("/api/closures", wish(UUID.randomUUID(), "lilas-femmes", 999, ""));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("TOO_MANY_CLOSED", "\"open\":12", "\"mayClose\":3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"places\":0|OUT_OF_RANGE|places",
        "\"places\":-1|OUT_OF_RANGE|places",
        "\"places\":1.5|WRONG_TYPE|places",
        "\"places\":1,\"reason\":\"BORED\"|INVALID_VALUE|reason",
        "\"places\":1,\"expectedTo\":\"2026-02-30T10:00:00Z\"|INVALID_VALUE|expectedTo",
        "\"places\":1,\"expectedTo\":\"tomorrow\"|INVALID_VALUE|expectedTo",
        "\"places\":1,\"expectedTo\":\"+99999-01-01T00:00:00Z\"|OUT_OF_RANGE|expectedTo",
        "\"places\":1,\"expectedTo\":\"2020-01-01T00:00:00Z\"|OUT_OF_RANGE|expectedTo",
        "\"places\":1,\"note\":\"\\u0000\"|CONTROL_CHARACTER|note",
        "\"places\":1,\"by\":\"karim\"|UNKNOWN_FIELD|by",
        "\"places\":1,\"placeGroupId\":\"nowhere\"|INVALID_VALUE|placeGroupId",
      })
  void whatCannotBeMeantIsRefusedByTheNameOfItsField(String more, String code, String field) {
    String body = "{\"closureId\":\"" + UUID.randomUUID() + "\"," + more;
    body += more.contains("placeGroupId") ? "" : ",\"placeGroupId\":\"lilas-famille\"";
    body += more.contains("reason") ? "}" : ",\"reason\":\"PEST\"}";

    TestBrowser.Answer answer = nadia.post("/api/closures", body);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo(code);
    assertThat(answer.field("field")).isEqualTo(field);
  }

  @Test
  void aClosureEndsAfterItsBeginningAndANoteIsShort() {
    Instant later = Instant.now().plus(Duration.ofHours(2));
    String times = ",\"fromAt\":\"%s\",\"expectedTo\":\"%s\"".formatted(later, later);
    assertThat(
            nadia
                .post("/api/closures", wish(UUID.randomUUID(), "lilas-famille", 1, times))
                .field("code"))
        .isEqualTo("ENDS_BEFORE_IT_BEGINS");
    String note = ",\"note\":\"" + "é".repeat(201) + "\"";
    assertThat(
            nadia
                .post("/api/closures", wish(UUID.randomUUID(), "lilas-famille", 1, note))
                .field("code"))
        .isEqualTo("TOO_LONG");
    assertThat(nadia.post("/api/closures/" + UUID.randomUUID() + "/end", "{}").status())
        .isEqualTo(404);
  }
}
