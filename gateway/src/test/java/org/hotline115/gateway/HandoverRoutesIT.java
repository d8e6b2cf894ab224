package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hand-over over HTTP: who may, what is shown, what is refused. */
class HandoverRoutesIT {

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
  void aNoteIsUnreadForColleaguesUntilTheyTickIt() {
    String id = UUID.randomUUID().toString();
    TestBrowser.Answer written =
        claire.post(
            "/api/handover/entries",
            "{\"entryId\":\"%s\",\"kind\":\"NOTE\",\"words\":\"<b>Le foyer ferme</b>\"}"
                .formatted(id));
    assertThat(written.status()).as(written.body()).isEqualTo(200);
    assertThat(written.body()).contains("\"unread\":false", "<b>Le foyer ferme</b>");
    assertThat(karim.get("/api/handover").body()).contains(id, "\"unread\":true");

    TestBrowser.Answer read = karim.post("/api/handover/entries/" + id + "/read", "{}");

    assertThat(read.body()).contains("\"unread\":false", "\"readBy\":[\"karim\"]");
  }

  @Test
  void aTaskIsTakenAndASecondTakerIsTold() {
    String id = UUID.randomUUID().toString();
    claire.post("/api/handover/tasks", "{\"taskId\":\"%s\",\"words\":\"rappeler\"}".formatted(id));
    String owner = "/api/handover/tasks/" + id + "/owner";
    assertThat(karim.put(owner, "{\"version\":1,\"owner\":\"karim\"}").body())
        .contains("\"ownerName\":\"karim\"", "\"version\":2");

    TestBrowser.Answer late = claire.put(owner, "{\"version\":1,\"owner\":\"claire\"}");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.field("code")).isEqualTo("CHANGED_ELSEWHERE");
    assertThat(late.body()).contains("\"owner\":\"karim\"");
    assertThat(
            karim
                .put("/api/handover/tasks/" + id + "/done", "{\"version\":2,\"done\":true}")
                .body())
        .contains("\"doneBy\":\"karim\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "entries | {'entryId':'ID','kind':'NOTE'} | MISSING_FIELD | words",
        "entries | {'entryId':'ID','kind':'NOTE','words':'  '} | MISSING_FIELD | words",
        "entries | {'entryId':'ID','kind':'SECRET','words':'x'} | INVALID_VALUE | kind",
        "entries | {'entryId':'1','kind':'NOTE','words':'x'} | INVALID_VALUE | entryId",
        "entries | {'entryId':'ID','kind':'NOTE','words':'x','by':'karim'} | UNKNOWN_FIELD | by",
        "tasks | {'taskId':'ID','words':'LONG'} | TOO_LONG | words",
        "tasks | {'taskId':'ID','words':'x','owner':'../x'} | INVALID_VALUE | owner",
        "tasks | {'taskId':'ID','words':'x','dueAt':'2026-02-30'} | INVALID_VALUE | dueAt",
        "tasks | {'taskId':'ID','words':'x','dueAt':'9999-01-01T00:00:00Z'} | OUT_OF_RANGE | dueAt"
      },
      quoteCharacter = '`')
  void aBadRequestIsRefusedByTheNameOfItsField(
      String where, String body, String code, String field) {
    TestBrowser.Answer answer =
        claire.post(
            "/api/handover/" + where,
            body.replace('\'', '"')
                .replace("ID", UUID.randomUUID().toString())
                .replace("LONG", "x".repeat(301)));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(Stream.of("code", "field").map(answer::field)).containsExactly(code, field);
  }

  @Test
  void aShelterHasNoPartInIt() {
    TestBrowser lilas = gateway.browser().signIn("lilas");

    assertThat(lilas.get("/api/handover").status()).isEqualTo(403);
    assertThat(gateway.browser().get("/api/handover").status()).isEqualTo(401);
    assertThat(
            claire
                .post(
                    "/api/handover/tasks",
                    "{\"taskId\":\"%s\",\"words\":\"x\",\"owner\":\"lilas\"}"
                        .formatted(UUID.randomUUID()))
                .field("code"))
        .isEqualTo("NO_SUCH_AGENT");
    assertThat(claire.post("/api/handover/entries/0/read", "{}").status()).isEqualTo(404);
  }
}
