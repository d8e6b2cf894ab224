package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway dies or freezes at any moment: the caller still reaches an agent, nothing is lost.
 */
class DeadGatewayJourney {

  private static final Duration SOON = Duration.ofSeconds(20);

  /** What a caller may lose to a dead or frozen gateway. */
  private static final Duration BOUND = Duration.ofSeconds(5);

  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();

  @TempDir static Path folder;

  private static TestAsterisk asterisk;

  private static Database.Settings records;
  private static Database database;

  private CallRows rows;
  private PhoneProcess gateway;

  @BeforeAll
  static void startAsterisk() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT)))
            .start();
    records = TestServers.emptyDatabase();
    database = new Database(records);
    database.migrate();
  }

  @AfterAll
  static void stopAsterisk() {
    asterisk.close();
    database.close();
  }

  @BeforeEach
  void startGateway() {
    rows = CallRows.from(database, Instant.now());
    gateway = PhoneProcess.start(asterisk, records, folder.resolve("gateway"));
    gateway.order("ready claire");
  }

  /** A member who is added anew has no earlier call to wrap up: Asterisk rings her at once. */
  @AfterEach
  void stop() {
    gateway.close();
    asterisk.cli("queue", "remove", "member", "PJSIP/claire", "from", "public");
  }

  private void restart() {
    gateway = PhoneProcess.start(asterisk, records, folder.resolve("gateway"));
  }

  private static boolean talks() {
    return asterisk.cli("queue", "show", "public").contains("(in call)");
  }

  private static boolean nobodyIsOnTheLine() {
    return asterisk.cli("core", "show", "channels", "count").contains("0 active channels");
  }

  /** Each Linkedid of the witness that reached the hotline has exactly one row. */
  private void exactlyOneRow(String outcome) {
    assertThat(rows.all())
        .as(gateway.said())
        .hasSize(1)
        .allSatisfy(row ->
            assertThat(row).containsEntry("state", "ENDED").containsEntry("outcome", outcome));
  }

  @Test
  void killedInTheMenuTheCallerReachesAnAgentAndTheRowIsRight() {
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(3));
        Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)))) {
      await("he is in the menu", SOON, () -> rows.newestIs("state", "IN_MENU"));
      sleep(2_000);
      gateway.kill();
      await("an agent has answered", BOUND, DeadGatewayJourney::talks);
      await("the call is over", SOON, DeadGatewayJourney::nobodyIsOnTheLine);
    }
    restart();

    exactlyOneRow("ANSWERED");
    assertThat(rows.newest()).containsEntry("agent", "claire").containsEntry("cut", false);
  }

  @Test
  void killedInTheQueueTheCallerReachesAnAgentAndTheRowIsRight() {
    try (Sipp busy = Sipp.phone(asterisk, "agent_busy.xml", CLAIRE_PORT, Duration.ZERO);
        Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)).pressing("0"))) {
      await("he waits", SOON, () -> rows.newest().get("enqueued_at") != null);
      gateway.kill();
      busy.end();
      try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(2))) {
        await("an agent answers without a gateway", SOON, DeadGatewayJourney::talks);
        await("the call is over", SOON, DeadGatewayJourney::nobodyIsOnTheLine);
      }
    }
    restart();

    exactlyOneRow("ANSWERED");
    // Wrapping up when her phone rang at the moment of the kill, ready otherwise; bound to no call.
    assertThat(rows.agentState("claire")).isIn("READY", "WRAP_UP");
  }

  @Test
  void killedWhileTheyTalkNothingIsCutAndThePresenceIsRight() {
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(14));
        Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)).pressing("0"))) {
      await("they talk", SOON, () -> rows.newestIs("state", "TALKING"));
      gateway.kill();
      sleep(1_500);
      assertThat(talks()).isTrue();
      restart();
      assertThat(talks()).isTrue();
      await("she talks", SOON, () -> rows.agentState("claire").equals("TALKING"));
      await("she wraps up", SOON, () -> rows.agentState("claire").equals("WRAP_UP"));
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    }

    exactlyOneRow("ANSWERED");
    assertThat((Long) rows.newest().get("talk_seconds")).isBetween(13L, 15L);
    gateway.order("wrapped claire");
    assertThat(rows.agentState("claire")).isEqualTo("READY");
  }

  @Test
  void frozenInTheMenuTheCallerIsInTheQueueWithinTheBound() {
    gateway.order("ready claire");
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(2));
        Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)))) {
      await("he is in the menu", SOON, () -> rows.newestIs("state", "IN_MENU"));
      sleep(5_500);
      gateway.signal("STOP");
      Duration lost =
          await("an agent has answered", BOUND.plusSeconds(1), DeadGatewayJourney::talks);
      System.out.println("frozen in the menu: with an agent after " + lost.toMillis() + " ms");
      gateway.signal("CONT");
      sleep(1_000);
      await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    }

    exactlyOneRow("ANSWERED");
    assertThat((Long) rows.newest().get("talk_seconds")).isBetween(1L, 3L);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
