package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interpreter before agents: whom one may add, to whose call, and what the card says of it. */
class InterpreterRoutesIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final CallId CALL = new CallId("hot_line1-1795352221.8");
  private static final String INTERPRETER = "/api/calls/" + CALL + "/interpreter";
  private static final String ARABIC = "{\"language\":\"ar\"}";

  @TempDir private Path folder;

  private TestGateway gateway;
  private TestBrowser claire;

  @BeforeEach
  void claireTalks() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
    gateway.talks(CALL, CLAIRE, "0465710071");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void whoSpeaksWithTheCallerAddsAndDropsAnInterpreterOfHisLine() {
    assertThat(claire.get("/api/interpreters").body())
        .contains("\"public\":{\"ar\":\"ISM Interprétariat\",\"fa\":\"ISM Interprétariat\"}")
        .contains("\"professional\":{}");

    assertThat(claire.post(INTERPRETER, ARABIC).status()).isEqualTo(202);
    assertThat(claire.send("DELETE", INTERPRETER, null).status()).isEqualTo(202);

    assertThat(gateway.exchange.interpreted)
        .containsExactly(CALL + " 0199000011 ar", CALL + " dropped");
  }

  @Test
  void nobodyElseAddsOneToHerCallAndNoLanguageThatNobodyInterprets() {
    TestBrowser karim = gateway.browser().signIn("karim");
    assertThat(karim.post(INTERPRETER, ARABIC).field("code")).isEqualTo("NOT_YOUR_CALL");
    assertThat(karim.send("DELETE", INTERPRETER, null).field("code")).isEqualTo("NOT_YOUR_CALL");
    assertThat(claire.post(INTERPRETER, "{\"language\":\"ru\"}").field("field"))
        .isEqualTo("language");
    assertThat(claire.post("/api/calls/x;y/interpreter", ARABIC).status()).isEqualTo(404);
    assertThat(gateway.browser().signIn("lilas").post(INTERPRETER, ARABIC).status()).isEqualTo(403);
    gateway.exchange.away = true;
    assertThat(claire.post(INTERPRETER, ARABIC).field("code")).isEqualTo("INTERPRETER_NOT_RUNG");
    assertThat(gateway.exchange.interpreted).isEmpty();
  }

  @Test
  void theCardSaysThatItRingsSpeaksAndEndedAndASecondWishRingsNobody() {
    TestBrowser.Socket desk = claire.live();
    desk.next("\"hello\"");
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS); // as Asterisk tells it

    gateway.calls.accept(new CallFact.InterpreterRung(CALL, now.minusSeconds(20), "ar", "ism"));
    desk.next("\"card\"", "\"service\":\"ism\"", "\"rings\":true");
    assertThat(claire.post(INTERPRETER, ARABIC).status()).isEqualTo(202);
    assertThat(gateway.exchange.interpreted).isEmpty();
    gateway.calls.accept(new CallFact.InterpreterMissed(CALL, now.minusSeconds(19)));
    desk.next("\"card\"", "\"seconds\":0,\"rings\":false", "\"missedAt\":\"");
    gateway.calls.accept(new CallFact.InterpreterRung(CALL, now.minusSeconds(18), "ar", "ism"));
    gateway.calls.accept(new CallFact.InterpreterAnswered(CALL, now.minusSeconds(15)));
    desk.next("\"card\"", "\"rings\":false", "\"since\":\"");
    gateway.calls.accept(new CallFact.InterpreterEnded(CALL, now.minusSeconds(5)));
    desk.next("\"card\"", "\"seconds\":10,\"rings\":false", "\"since\":null");
  }
}
