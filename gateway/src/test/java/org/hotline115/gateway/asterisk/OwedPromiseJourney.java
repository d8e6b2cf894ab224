package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** A promise outlives gateway and exchange, and is dialled once at a time whoever lives. */
class OwedPromiseJourney {

  private static final Duration SOON = Duration.ofSeconds(25);

  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final int PERSON_PORT = TestAsterisk.freeUdpPort();

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database.Settings records;
  private static Database database;

  private PhoneProcess gateway;
  private long dialledBefore;

  @BeforeAll
  static void startAsterisk() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT)),
                PERSON_PORT,
                Map.of())
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
    dialledBefore = dialled();
    gateway = PhoneProcess.start(asterisk, records, folder.resolve("gateway"));
  }

  @AfterEach
  void stop() {
    gateway.close();
    database.with(handle ->
        handle.execute(
            "UPDATE callback SET status = 'EXPIRED', closed_at = now() WHERE closed_at IS NULL"));
    asterisk.cli("channel", "request", "hangup", "all");
    await("no channel is left", SOON, OwedPromiseJourney::nobodyIsOnTheLine);
  }

  /** Somebody waits, asks to be called back, and hangs up. */
  private static void promisedTo(String number) {
    Caller caller = Caller.staying(Duration.ofSeconds(90)).from(number);
    try (Sipp rings = Sipp.keys(asterisk, caller, "1500:0 2500:2 5000:2 5000:2")) {
      assertThat(rings.endsWithin(Duration.ofSeconds(60))).as(rings.said()).isTrue();
    }
    await("the promise stands in the queue", SOON, () -> standing() == 1);
  }

  private static long standing() {
    String queue = asterisk.cli("queue", "show", "public");
    return queue.lines().filter(line -> line.contains("callback-leg")).count();
  }

  private static boolean nobodyIsOnTheLine() {
    return asterisk.cli("core", "show", "channels", "count").contains("0 active channels");
  }

  /** The exchange's own hand, where no gateway makes her ready. */
  private static void claireIsThere() {
    asterisk.cli(
        "queue", "add", "member", "PJSIP/claire", "to", "public", "penalty", "0", "as", "claire");
  }

  private static void claireLeaves() {
    asterisk.cli("queue", "remove", "member", "PJSIP/claire", "from", "public");
  }

  /** How often a person was rung, by Asterisk's own witness. */
  private static long dialled() {
    try {
      return Files.exists(asterisk.witness())
          ? Files.readString(asterisk.witness()).lines().filter(OwedPromiseJourney::dials).count()
          : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean dials(String line) {
    return line.contains("HOTLINE_DIALLING");
  }

  private static String status() {
    return database.with(handle ->
        handle
            .createQuery("SELECT status FROM callback ORDER BY callback_id DESC LIMIT 1")
            .mapTo(String.class)
            .one());
  }

  private static List<String> attempts() {
    return database.with(handle ->
        handle
            .createQuery(
                "SELECT result FROM callback_attempt WHERE callback_id ="
                    + " (SELECT max(callback_id) FROM callback) ORDER BY placement")
            .mapTo(String.class)
            .list());
  }

  @Test
  void killedWithAPromiseOwedItIsKeptWithoutUsAndBookedAfterwards() {
    promisedTo("0465710051");
    gateway.kill();
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(60));
        Sipp _ = Sipp.agent(asterisk, PERSON_PORT, Duration.ofSeconds(3))) {
      claireIsThere();
      await("the person is rung", SOON, () -> dialled() == dialledBefore + 1);
      claireLeaves();
      await("they have spoken", SOON, OwedPromiseJourney::nobodyIsOnTheLine);
      startGatewayAgain();
      await("it is kept", SOON, () -> status().equals("REACHED"));
    }

    assertThat(attempts()).containsExactly("REACHED");
    assertThat(dialled()).isEqualTo(dialledBefore + 1);
  }

  @Test
  void killedWhileItDialsTheAttemptIsNotedOnceAndTheCallStaysOwed() {
    promisedTo("0465710052");
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(60));
        Sipp _ = Sipp.phone(asterisk, "agent_silent.xml", PERSON_PORT, Duration.ZERO)) {
      claireIsThere();
      await("it dials", SOON, () -> status().equals("DIALLING"));
      gateway.kill();
      claireLeaves();
      await("it rang in vain", SOON, OwedPromiseJourney::nobodyIsOnTheLine);
    }
    assertThat(status()).isEqualTo("DIALLING");
    startGatewayAgain();
    await("the attempt is noted", SOON, () -> !attempts().isEmpty());
    await("it stands again", SOON, () -> standing() == 1);

    assertThat(attempts()).containsExactly("NO_ANSWER");
    assertThat(status()).isEqualTo("QUEUED");
    assertThat(dialled()).isEqualTo(dialledBefore + 1);
  }

  @Test
  void twoGatewaysDialOnce() {
    try (PhoneProcess second =
            PhoneProcess.start(
                asterisk, TestAsterisk.freePort(), records, folder.resolve("second"));
        Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(60));
        Sipp _ = Sipp.agent(asterisk, PERSON_PORT, Duration.ofSeconds(3))) {
      promisedTo("0465710053");
      assertThat(standing()).as(second.said()).isEqualTo(1);
      claireIsThere();
      await("it is kept", SOON, () -> status().equals("REACHED"));
      claireLeaves();
      await("they have spoken", SOON, OwedPromiseJourney::nobodyIsOnTheLine);
    }

    assertThat(attempts()).containsExactly("REACHED");
    assertThat(dialled()).isEqualTo(dialledBefore + 1);
  }

  @Test
  void theExchangeKilledWhileItDialsRingsAgainAndTheCutCountsAsNoAttempt() {
    promisedTo("0465710054");
    try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(60))) {
      try (Sipp _ = Sipp.phone(asterisk, "agent_silent.xml", PERSON_PORT, Duration.ZERO)) {
        claireIsThere();
        await("it dials", SOON, () -> status().equals("DIALLING"));
        asterisk.kill();
      }
      try (Sipp _ = Sipp.agent(asterisk, PERSON_PORT, Duration.ofSeconds(3))) {
        asterisk.start();
        await("it is kept", Duration.ofSeconds(60), () -> status().equals("REACHED"));
        claireLeaves();
        await("they have spoken", SOON, OwedPromiseJourney::nobodyIsOnTheLine);
      }
    }

    assertThat(attempts()).containsExactly("INTERRUPTED", "REACHED");
    assertThat(dialled()).isEqualTo(dialledBefore + 2);
  }

  @Test
  void theExchangeStartedAnewInAnOrderlyWayOwesItOnce() {
    promisedTo("0465710055");
    asterisk.stop();
    asterisk.start();
    await("it stands again", Duration.ofSeconds(40), () -> standing() == 1);

    assertThat(status()).isEqualTo("QUEUED");
    assertThat(attempts()).isEmpty();
    assertThat(dialled()).isEqualTo(dialledBefore);
  }

  @Test
  void bothKilledItIsOwedOnceWhenBothLiveAgain() {
    promisedTo("0465710056");
    gateway.kill();
    asterisk.kill();
    asterisk.start();
    assertThat(standing()).isZero();
    startGatewayAgain();
    await("it stands again", Duration.ofSeconds(40), () -> standing() == 1);

    assertThat(status()).isEqualTo("QUEUED");
    assertThat(dialled()).isEqualTo(dialledBefore);
  }

  private void startGatewayAgain() {
    gateway = PhoneProcess.start(asterisk, records, folder.resolve("gateway"));
  }
}
