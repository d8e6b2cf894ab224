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

/** The supervisor's switches over HTTP: who may, what is refused, what the exchange is told. */
class LineIT {

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser sophie;
  private static TestBrowser claire;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    sophie = gateway.browser().signIn("sophie");
    claire = gateway.browser().signIn("claire");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static String act(String kind, String more) {
    return "{\"actId\":\"%s\",\"act\":\"%s\",\"reason\":\"trop peu de monde ce soir\"%s}"
        .formatted(UUID.randomUUID(), kind, more);
  }

  @Test
  void aSupervisorClosesALineAndEverybodySeesWhoAndWhy() {
    TestBrowser.Answer closed =
        sophie.post("/api/lines/professional/acts", act("CLOSED", ",\"until\":null"));

    assertThat(closed.status()).as(closed.body()).isEqualTo(200);
    assertThat(closed.body()).contains("\"open\":false", "trop peu de monde ce soir");
    assertThat(gateway.exchange.told.get("LINE_CLOSED_UNTIL_professional")).isNotEqualTo("0");
    assertThat(claire.get("/api/lines").body()).contains("trop peu de monde ce soir", "CLOSED");

    assertThat(sophie.post("/api/lines/professional/acts", act("BY_HOURS", "")).body())
        .contains("\"open\":true");
    assertThat(gateway.exchange.told.get("LINE_CLOSED_UNTIL_professional")).isEqualTo("0");
  }

  @Test
  void aListenerMayLookAndNotSwitch() {
    assertThat(claire.post("/api/lines/professional/acts", act("CLOSED", "")).status())
        .isEqualTo(403);
    assertThat(claire.post("/api/calls/hotline1-1.1/first", act("CALL_PUT_FIRST", "")).status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "public       | CLOSED   |                                     | 422 | NEVER_CLOSES",
        "nowhere      | CLOSED   |                                     | 404 | NOT_FOUND",
        "professional | CLOSED   | ,\"until\":\"2020-01-01T00:00:00Z\" | 422 | until",
        "professional | CLOSED   | ,\"until\":\"demain\"               | 422 | until",
        "professional | CLOSED   | ,\"until\":\"99999-01-01T00:00:00Z\"| 422 | until",
        "professional | CAP_MOVED|                                     | 422 | cap",
        "professional | CAP_MOVED| ,\"cap\":-1                         | 422 | cap",
        "professional | CAP_MOVED| ,\"cap\":1e9                        | 422 | cap",
        "professional | CAP_MOVED| ,\"cap\":\"40\"                     | 422 | cap",
        "professional | BURN     |                                     | 422 | act",
        "professional | CALL_PUT_FIRST |                               | 422 | act",
        "professional | BY_HOURS | ,\"until\":null                     | 422 | until"
      })
  void whatCannotBeDecidedIsRefusedWithItsField(
      String line, String kind, String more, int status, String word) {
    TestBrowser.Answer refused =
        sophie.post("/api/lines/" + line + "/acts", act(kind, more == null ? "" : more));

    assertThat(refused.status()).as(refused.body()).isIn(status, 400);
    assertThat(refused.body()).contains(word);
  }

  @Test
  void aDecisionWithoutAReasonIsNone() {
    String mute =
        "{\"actId\":\"%s\",\"act\":\"CLOSED\",\"reason\":\"  \"}".formatted(UUID.randomUUID());

    assertThat(sophie.post("/api/lines/professional/acts", mute).body()).contains("reason");
  }

  @Test
  void theCapIsMovedAndToldToTheExchange() {
    assertThat(sophie.post("/api/lines/public/acts", act("CAP_MOVED", ",\"cap\":40")).body())
        .contains("\"cap\":40");
    assertThat(gateway.exchange.told).containsEntry("LINE_CAP_public", "40");
  }

  @Test
  void aWaitingCallIsPutFirstAndOneThatDoesNotWaitIsNot() {
    gateway.exchange.waiting.add("hotline1-1.42");
    String why = "{\"actId\":\"%s\",\"line\":\"public\",\"reason\":\"enfant dehors\"}";

    assertThat(
            sophie
                .post("/api/calls/hotline1-1.42/first", why.formatted(UUID.randomUUID()))
                .status())
        .isEqualTo(200);
    assertThat(
            sophie.post("/api/calls/hotline1-1.43/first", why.formatted(UUID.randomUUID())).body())
        .contains("NOT_WAITING");
    assertThat(claire.get("/api/lines").body()).contains("enfant dehors", "hotline1-1.42");
  }

  @Test
  void aMessageThatIsNotThereIsNotFound() {
    assertThat(claire.get("/api/voicemails").status()).isEqualTo(200);
    assertThat(claire.get("/api/voicemails/hotline1-9.9/sound").status()).isEqualTo(404);
    assertThat(claire.post("/api/voicemails/hotline1-9.9/done", "{}").status()).isEqualTo(404);
  }
}
