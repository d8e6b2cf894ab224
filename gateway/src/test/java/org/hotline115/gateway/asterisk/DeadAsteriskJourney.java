package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asterisk itself dies or freezes under its calls. */
class DeadAsteriskJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void afterAsterisksDeathRowsAreClosedAsCutAndMembersAreBack() {
    int port = TestAsterisk.freeUdpPort();
    try (TestAsterisk asterisk =
            TestAsterisk.render(
                    folder.resolve("asterisk"),
                    TestAsterisk.freePort(),
                    List.of(Station.at("claire", port)))
                .start();
        Database database = TestServers.database();
        PhoneFeature phone = PhoneKit.feature(asterisk, database, folder.resolve("state"))) {
      CallRows rows = new CallRows(database);
      PhoneKit.up(phone);
      PhoneKit.ready(phone, CLAIRE);
      try (Sipp _ = Sipp.agent(asterisk, port, Duration.ofSeconds(60));
          Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)).pressing("0"));
          Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(60)).from("anonymous"))) {
        await("one talks", SOON, () -> phone.presences().of(CLAIRE).presence().onACall());
        await(
            "they talk",
            SOON,
            () -> rows.all().stream().anyMatch(r -> r.get("answered_at") != null));
        await("two calls", SOON, () -> rows.count() == 2);

        asterisk.kill();
        await("the screen says so", Duration.ofSeconds(5), () -> !phone.up());
        asterisk.start();
        Duration back = await("reconnected", Duration.ofSeconds(10), phone::up);
        System.out.println("Asterisk killed: connected again after " + back.toMillis() + " ms");
      }

      await("no call is left", SOON, () -> phone.calls().live().isEmpty());
      assertThat(rows.all())
          .hasSize(2)
          .allSatisfy(
              row -> assertThat(row).containsEntry("state", "ENDED").containsEntry("cut", true));
      assertThat(rows.all().stream().map(row -> row.get("outcome")))
          .containsExactlyInAnyOrder("ANSWERED", "BLOCKED_TECH");
      assertThat(asterisk.cli("queue", "show", "public")).contains("claire");
      assertThat(phone.presences().of(CLAIRE).presence()).isInstanceOf(Presence.WrapUp.class);

      asterisk.freeze();
      Duration noticed =
          await("a frozen Asterisk is noticed", Duration.ofSeconds(6), () -> !phone.up());
      System.out.println("Asterisk frozen: noticed after " + noticed.toMillis() + " ms");
      asterisk.thaw();
      await("thawed", Duration.ofSeconds(15), phone::up);
    }
  }
}
