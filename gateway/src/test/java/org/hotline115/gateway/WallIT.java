package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.RecordCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wall over HTTP and its signal: what it says is what the report of the same minute says. */
class WallIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static JsonNode read(TestBrowser browser, String path) throws IOException {
    TestBrowser.Answer answer = browser.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static JsonNode publicLine(JsonNode wall) {
    for (JsonNode line : wall.path("lines")) {
      if (line.path("line").asText().equals("public")) {
        return line;
      }
    }
    throw new AssertionError("no public line");
  }

  private static void isTheReport(TestBrowser sophie) throws IOException {
    JsonNode line = publicLine(read(sophie, "/api/wallboard"));
    JsonNode report = read(sophie, "/api/reports?line=public");
    JsonNode outcomes = report.path("outcomes");
    assertThat(line.path("waiting")).isEqualTo(outcomes.path("waiting"));
    assertThat(line.path("today").path("received")).isEqualTo(outcomes.path("received"));
    assertThat(line.path("today").path("answered")).isEqualTo(outcomes.path("answered"));
    assertThat(line.path("today").path("abandoned")).isEqualTo(outcomes.path("abandoned"));
    assertThat(line.path("today").path("blocked").asLong())
        .isEqualTo(outcomes.path("blockedFull").asLong() + outcomes.path("blockedTech").asLong());
    for (JsonNode indicator : report.path("indicators")) {
      if (indicator.path("code").asText().equals("serviceLevel")) {
        assertThat(line.path("serviceLevel")).isEqualTo(indicator.path("value"));
      }
    }
  }

  @Test
  void aMoveIsToldAndWhatTheWallSaysIsTheReportOfTheSameMinute() throws IOException {
    TestBrowser sophie = gateway.browser().signIn("sophie");
    TestBrowser.Socket wall = gateway.browser().signIn("claire").live();
    wall.next("\"type\":\"hello\"");
    Instant now = RecordCall.moment(Instant.now());
    CallId waits = new CallId("hotline1-1795350000.1");
    CallId talks = new CallId("hotline1-1795350000.2");
    for (CallId call : new CallId[] {waits, talks}) {
      gateway.calls.accept(
          new CallFact.Arrived(call, now, "public", gateway.callers.identify("0612345678")));
      gateway.calls.accept(new CallFact.EnteredQueue(call, now.plusMillis(10), "public", 1));
    }
    wall.next("\"type\":\"figures\"");
    isTheReport(sophie);

    gateway.calls.accept(
        new CallFact.AgentConnected(talks, now.plusMillis(30), new AgentId("claire"), 1));
    wall.next("\"type\":\"figures\"");
    isTheReport(sophie);

    gateway.calls.accept(new CallFact.Ended(waits, now.plusMillis(40), 16));
    wall.next("\"type\":\"figures\"");
    isTheReport(sophie);
    assertThat(read(sophie, "/api/wallboard").path("places").path("audiences")).hasSize(4);
  }

  @Test
  void theWallIsForTheRoomAndNamesNobody() {
    TestBrowser claire = gateway.browser().signIn("claire");

    TestBrowser.Answer wall = claire.get("/api/wallboard");

    assertThat(wall.status()).isEqualTo(200);
    assertThat(wall.body()).doesNotContain("claire", "Claire", "0612345678", "•• 78", "callId");
    assertThat(claire.get("/api/wallboard?agent=claire").body()).contains("\"field\":\"agent\"");
    assertThat(gateway.browser().signIn("lilas").get("/api/wallboard").status()).isEqualTo(403);
  }
}
