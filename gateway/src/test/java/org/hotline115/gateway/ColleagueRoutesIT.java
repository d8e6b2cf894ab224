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

/** A colleague before agents: whom one may ask, what both desks show, whose the contact is. */
class ColleagueRoutesIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");
  private static final CallId CALL = new CallId("hot_line1-1795352221.9");
  private static final String COLLEAGUE = "/api/calls/" + CALL + "/colleague";
  private static final String PASS_ON = "/api/calls/" + CALL + "/pass-on";
  private static final String ASK_KARIM = "{\"agent\":\"karim\"}";

  @TempDir private Path folder;

  private TestGateway gateway;
  private TestBrowser claire;
  private TestBrowser karim;

  @BeforeEach
  void claireTalksAndKarimIsReady() {
    gateway = new TestGateway(folder);
    claire = gateway.browser().signIn("claire");
    claire.put("/api/agent/phone", "{\"phone\":\"claire-web\"}");
    karim = gateway.browser().signIn("karim");
    karim.put("/api/agent/phone", "{\"phone\":\"karim-web\"}");
    assertThat(karim.put("/api/agent/state", "{\"state\":\"READY\"}").status()).isEqualTo(200);
    gateway.talks(CALL, CLAIRE, "0465710091");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS); // as Asterisk tells it
  }

  private void karimTalksWithThem() {
    gateway.calls.accept(new CallFact.ColleagueRung(CALL, now().minusSeconds(20), KARIM));
    gateway.calls.accept(new CallFact.ColleagueAnswered(CALL, now().minusSeconds(15)));
  }

  @Test
  void whoSpeaksWithTheCallerAsksWhoIsReadyAndLetsHimGo() {
    assertThat(claire.get("/api/colleagues").body()).contains("\"agent\":\"karim\"");
    assertThat(karim.get("/api/colleagues").body()).doesNotContain("\"agent\":\"karim\"");
    assertThat(claire.post(COLLEAGUE, ASK_KARIM).status()).isEqualTo(202);
    assertThat(claire.send("DELETE", COLLEAGUE, null).status()).isEqualTo(202);
    assertThat(gateway.exchange.asked)
        .containsExactly(CALL + " karim at karim-web", CALL + " dropped");
  }

  @Test
  void nobodyElseAsksAndNobodyIsAskedWhoIsNotReady() {
    assertThat(karim.post(COLLEAGUE, ASK_KARIM).field("code")).isEqualTo("NOT_YOUR_CALL");
    assertThat(karim.post(PASS_ON, "{}").field("code")).isEqualTo("NOT_YOUR_CALL");
    assertThat(claire.post(PASS_ON, "{}").field("code")).isEqualTo("NO_COLLEAGUE");
    assertThat(claire.post(COLLEAGUE, "{\"agent\":\"Ka rim\"}").field("field")).isEqualTo("agent");
    assertThat(claire.post(COLLEAGUE, "{\"agent\":\"claire\"}").field("code"))
        .isEqualTo("COLLEAGUE_NOT_READY");
    assertThat(claire.post("/api/calls/x;y/colleague", ASK_KARIM).status()).isEqualTo(404);
    assertThat(gateway.browser().signIn("lilas").get("/api/colleagues").status()).isEqualTo(403);
    karim.put("/api/agent/state", "{\"state\":\"PAUSED\",\"reason\":\"BREAK\"}");
    assertThat(claire.get("/api/colleagues").body()).doesNotContain("karim");
    assertThat(claire.post(COLLEAGUE, ASK_KARIM).field("code")).isEqualTo("COLLEAGUE_NOT_READY");
    assertThat(gateway.exchange.asked).isEmpty();
  }

  @Test
  void bothDesksShowTheCallAndTheContactGoesOverWithIt() {
    TestBrowser.Socket desk = karim.live();
    desk.next("\"hello\"");
    karimTalksWithThem();
    desk.next("\"card\"", "\"askedBy\":\"claire\"", "\"passedOn\":false");
    assertThat(karim.get("/api/contacts?state=open").body()).doesNotContain(CALL.linkedid());

    assertThat(claire.post(PASS_ON, "{}").status()).isEqualTo(202);
    assertThat(gateway.exchange.asked).containsExactly("claire leaves");
    gateway.calls.accept(new CallFact.TalkEnded(CALL, now().minusSeconds(5)));
    desk.next("\"card\"", "\"passedOn\":true");
    TestGateway.await(
        "the contact is karim's",
        () -> karim.get("/api/contacts?state=open").body().contains(CALL.linkedid()));
    assertThat(claire.get("/api/contacts?state=open").body()).doesNotContain(CALL.linkedid());
    assertThat(claire.put("/api/agent/state", "{\"state\":\"READY\"}").status())
        .as("nothing is left for her to close")
        .isEqualTo(200);
  }

  @Test
  void whoHangsUpFromThePageLeavesTheCallerWithTheOtherAndTheLastOneLetsHimGo() {
    karimTalksWithThem();
    assertThat(karim.post("/api/calls/" + CALL + "/hangup", null).status()).isEqualTo(202);
    assertThat(gateway.exchange.asked).containsExactly("karim leaves");
    gateway.calls.accept(new CallFact.TalkEnded(CALL, now().minusSeconds(5)));
    assertThat(karim.post("/api/calls/" + CALL + "/hangup", null).status()).isEqualTo(202);
    assertThat(gateway.exchange.asked).as("the call ends").hasSize(1);
  }
}
