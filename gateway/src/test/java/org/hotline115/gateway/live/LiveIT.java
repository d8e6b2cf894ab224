package org.hotline115.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.gateway.TestBrowser;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveIT {

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

  @Test
  void aPageHearsASnapshotAndThenNumberedChangesWithoutAGap() {
    TestBrowser.Socket page = gateway.browser().signIn("claire").live();
    page.next("\"type\":\"hello\"", "\"epoch\"");
    long version = version(page.next("\"type\":\"board\""));
    TestBrowser lilas = gateway.browser().signIn("lilas");

    for (int free = 0; free < 5; free++) {
      lilas.put("/api/place-groups/lilas-famille/free", "{\"free\":" + free + "}");
    }

    for (int i = 1; i <= 5; i++) {
      assertThat(version(page.next("\"type\":\"boardChange\""))).isEqualTo(version + i);
    }
    page.socket.sendText("{\"type\":\"resync\"}", true);
    assertThat(version(page.next("\"type\":\"board\""))).isEqualTo(version + 5);
    assertThat(page.next("\"type\":\"holds\"")).contains("\"holds\":[]");
  }

  private static long version(String message) {
    return Long.parseLong(message.replaceAll(".*?\"version\":([0-9]+).*", "$1"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"https://evil.example", "null", "http://127.0.0.1:1"})
  void aForeignPageGetsNoSocket(String origin) {
    TestBrowser browser = gateway.browser().signIn("claire");

    assertThatThrownBy(() -> browser.live(origin)).hasMessageContaining("WebSocketHandshake");
  }

  @Test
  void withoutASessionThereIsNoSocket() {
    TestBrowser browser = gateway.browser();

    assertThatThrownBy(browser::live).hasMessageContaining("WebSocketHandshake");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "{\"type\":\"subscribe\",\"topic\":\"*\"}",
        "[]",
        "\u0000",
        "",
        "{\"type\":\"resync\",\"from\":-1}"
      })
  void whatIsNotAResyncEndsTheSocket(String text) {
    TestBrowser.Socket page = gateway.browser().signIn("claire").live();
    page.next("hello");

    page.socket.sendText(text, true);

    TestGateway.await("the socket is closed", () -> page.closed == 1008);
  }

  @Test
  void fragmentsAndBinariesEndTheSocket() {
    TestBrowser.Socket fragments = gateway.browser().signIn("claire").live();
    fragments.next("hello");
    fragments.socket.sendText("{\"type\":", false);
    TestBrowser.Socket binary = gateway.browser().signIn("claire").live();
    binary.next("hello");
    binary.socket.sendBinary(ByteBuffer.wrap(new byte[10]), true);

    TestGateway.await("both are closed", () -> fragments.closed == 1008 && binary.closed == 1008);
  }

  @Test
  void aFloodOfResyncsEndsTheSocket() {
    TestBrowser.Socket page = gateway.browser().signIn("claire").live();
    page.next("hello");
    for (int i = 0; i < 60; i++) {
      if (page.closed == 0 && !page.socket.isOutputClosed()) {
        page.socket.sendText("{\"type\":\"resync\"}", true).join();
      }
    }

    TestGateway.await("it is closed", () -> page.closed != 0);
  }

  @Test
  void aTooLongMessageEndsTheSocketAndNothingElse() {
    TestBrowser.Socket page = gateway.browser().signIn("claire").live();
    TestBrowser.Socket other = gateway.browser().signIn("karim").live();
    page.next("hello");
    other.next("hello");

    page.socket.sendText("x".repeat(100_000), true);

    TestGateway.await("it is closed", () -> page.closed != 0);
    assertThat(other.closed).isZero();
  }

  @Test
  void anEndedSessionAndALoweredRoleEndTheSocket() {
    TestBrowser claire = gateway.browser().signIn("claire");
    TestBrowser.Socket page = claire.live();
    page.next("hello");
    claire.send("DELETE", "/api/session", null);
    TestGateway.await("signing out closes", () -> page.closed == 1008);
    TestBrowser.Socket admin = gateway.browser().signIn("admin").live();
    admin.next("hello");

    gateway.access.changeAccount().role(new AgentId("admin"), Role.LISTENER, new AgentId("test"));

    TestGateway.await("a lowered role closes", () -> admin.closed == 1008);
  }

  @Test
  void aShelterHearsTheBoardButNoDesk() throws InterruptedException {
    TestBrowser.Socket shelter = gateway.browser().signIn("lilas").live();
    shelter.next("\"type\":\"board\"");
    Thread.sleep(1_500);

    assertThat(shelter.heard).noneMatch(text -> text.contains("\"type\":\"holds\""));
    assertThat(shelter.heard).noneMatch(text -> text.contains("\"type\":\"queue\""));
  }

  @Test
  void aThousandPagesHearEachChangeWithinASecond() throws InterruptedException {
    List<TestBrowser.Socket> pages = new ArrayList<>();
    TestBrowser browser = gateway.browser();
    for (int i = 0; i < 1_000; i++) {
      if (i % 10 == 0) { // at most a dozen pages of one session
        browser = gateway.browser().signIn(i % 20 == 0 ? "claire" : "karim");
      }
      pages.add(browser.live());
    }
    TestBrowser lilas = gateway.browser().signIn("lilas");
    List<Long> millis = new ArrayList<>();
    for (int round = 0; round < 40; round++) {
      Thread.sleep(50);
      pages.forEach(page -> page.heard.clear());
      long told = System.nanoTime();
      lilas.put("/api/place-groups/lilas-famille/free", "{\"free\":" + round % 5 + "}");
      for (TestBrowser.Socket page : pages) {
        page.next("\"type\":\"boardChange\"");
      }
      millis.add((System.nanoTime() - told) / 1_000_000);
    }

    millis.sort(null);
    System.out.printf(
        "1000 pages: a change is everywhere after p50 %d ms, worst %d ms%n",
        millis.get(20), millis.getLast());
    assertThat(pages).allMatch(page -> page.closed == 0);
    assertThat(millis.get(38)).isLessThan(1_000);
  }
}
