package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line leads to its own queue, with a gateway and without one. */
class LinesJourney {

  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static CallRows rows;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(folder.resolve("asterisk"), TestAsterisk.freePort(), List.of()).start();
    database = TestServers.database();
    rows = new CallRows(database);
  }

  @AfterAll
  static void stop() {
    asterisk.close();
    database.close();
  }

  private static boolean waitsIn(String queue) {
    return asterisk.cli("queue", "show", queue).contains(queue + " has 1 calls");
  }

  private static void isLedTo(String queue, String dialled) {
    Caller caller = Caller.staying(Duration.ofSeconds(30)).pressing("0").dialling(dialled);
    try (Sipp _ = Sipp.call(asterisk, caller)) {
      await(dialled + " leads to " + queue, SOON, () -> waitsIn(queue));
      asterisk.cli("channel", "request", "hangup", "all");
    }
    await("he is gone", SOON, () -> !waitsIn(queue));
  }

  private static void everyLineLeadsToItsOwnQueue() {
    isLedTo("public", "0465710115");
    isLedTo("public", "+33465710115");
    isLedTo("professional", "0465710116");
    isLedTo("partners", "0465710117");
    isLedTo("rescue", "0465710118");
    isLedTo("outreach", "0465710119");
  }

  @Test
  void withoutAGateway() {
    everyLineLeadsToItsOwnQueue();
  }

  @Test
  void withAGatewayAndEachRowSaysItsLine() {
    try (PhoneFeature phone = PhoneKit.feature(asterisk, database, folder.resolve("state"))) {
      PhoneKit.up(phone);
      int before = rows.count();

      everyLineLeadsToItsOwnQueue();

      await("six rows", SOON, () -> rows.count() == before + 6);
      assertThat(rows.all().subList(before, before + 6))
          .extracting(row -> row.get("line"))
          .containsExactly("public", "public", "professional", "partners", "rescue", "outreach");
    }
  }

  @Test
  void aNumberThatIsNoLineIsRefusedAndNotMislead() {
    try (Sipp sipp =
        Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(3)).dialling("0465719999"))) {
      assertThat(sipp.endsWithin(SOON)).isTrue();
      assertThat(sipp.said()).contains("404");
    }
  }
}
