package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.place.Household;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers are told of the board, over HTTP: who may, what is refused, how it ends. */
class NoticeIT {

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser sophie;
  private static TestBrowser claire;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    sophie = gateway.browser().signIn("sophie");
    claire = gateway.browser().signIn("claire");
    nothingIsFree();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static void nothingIsFree() {
    gateway
        .board
        .readBoard()
        .view(Household.ANYBODY)
        .groups()
        .forEach(group ->
            gateway
                .board
                .setFreePlaces()
                .run(group.placeGroupId(), 0, "le soir", UpdateSource.WEB));
  }

  private static String inHours(int hours) {
    return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hours)).toString();
  }

  private static String notice(UUID id, String audience, String until) {
    return "{\"noticeId\":\"%s\",\"audience\":\"%s\",\"until\":\"%s\"}"
        .formatted(id, audience, until);
  }

  @Test
  void aSupervisorApprovesWhatTheBoardProposesAndAFreePlaceEndsIt() {
    UUID id = UUID.randomUUID();
    assertThat(claire.get("/api/notices").body()).contains("\"board\":\"UP\"", "MEN");

    TestBrowser.Answer said = sophie.post("/api/notices", notice(id, "WOMEN", inHours(2)));

    assertThat(said.status()).as(said.body()).isEqualTo(200);
    assertThat(claire.get("/api/notices").body())
        .contains(id.toString(), "\"by\":\"sophie\"", "\"endedAt\":null");
    assertThat(sophie.post("/api/notices", notice(UUID.randomUUID(), "WOMEN", inHours(3))).body())
        .contains("ALREADY_SAID");

    gateway.browser().signIn("sophie").put("/api/place-groups/lilas-femmes/free", "{\"free\":2}");

    TestGateway.await(
        "the notice ended by itself",
        () -> claire.get("/api/notices").body().contains("\"ending\":\"PLACE_FREE\""));
    assertThat(sophie.post("/api/notices", notice(UUID.randomUUID(), "WOMEN", inHours(3))).body())
        .contains("PLACE_FREE");
  }

  @Test
  void itIsEndedByHandOnce() {
    UUID id = UUID.randomUUID();
    sophie.post("/api/notices", notice(id, "MEN", inHours(2)));

    assertThat(sophie.post("/api/notices/" + id + "/end", "{}").body()).contains("BY_HAND");
    assertThat(gateway.browser().signIn("admin").post("/api/notices/" + id + "/end", "{}").body())
        .contains("\"endedBy\":\"sophie\"");
    assertThat(sophie.post("/api/notices/" + UUID.randomUUID() + "/end", "{}").status())
        .isEqualTo(404);
  }

  @Test
  void aListenerMayReadAndNotDecide() {
    assertThat(claire.post("/api/notices", notice(UUID.randomUUID(), "MEN", inHours(2))).status())
        .isEqualTo(403);
    assertThat(claire.post("/api/notices/" + UUID.randomUUID() + "/end", "{}").status())
        .isEqualTo(403);
    assertThat(gateway.browser().signIn("lilas").get("/api/notices").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "MEN,      2020-01-01T00:00:00Z, until",
    "MEN,      2999-01-01T00:00:00Z, until",
    "MEN,      demain,               until",
    "EVERYONE, 2999-01-01T00:00:00Z, audience"
  })
  void whatCannotBeSaidIsRefusedWithItsField(String audience, String until, String field) {
    TestBrowser.Answer refused =
        sophie.post("/api/notices", notice(UUID.randomUUID(), audience, until));

    assertThat(refused.status()).as(refused.body()).isIn(400, 422);
    assertThat(refused.body()).contains(field);
  }

  @Test
  void onlyAFullHourCanBeSaid() {
    String between = Instant.parse(inHours(2)).plusSeconds(60).toString();

    assertThat(sophie.post("/api/notices", notice(UUID.randomUUID(), "MEN", between)).body())
        .contains("until", "full hour");
  }
}
