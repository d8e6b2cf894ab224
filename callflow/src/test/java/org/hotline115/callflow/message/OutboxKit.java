package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;

/** One outbox over its own records, with a provider that says what a test wants to hear. */
abstract class OutboxKit {

  static final PhoneNumber NUMBER = new PhoneNumber("+33639981278");
  static final Recipient PERSON = new Recipient(new CallerKey("ab".repeat(32)), NUMBER);
  static final AgentId CLAIRE = new AgentId("claire");

  final TickingClock clock = new TickingClock();
  final Instant tonight = clock.instant().plus(Duration.ofHours(3));
  final Database database = TestServers.database();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final ScriptedSms sms = new ScriptedSms();
  final MessageFeature feature = feature();

  MessageFeature feature() {
    return new MessageFeature(
        new MessageFeature.Ground(
            database, new Cipher(List.of("a secret of thirty-two characters.")), clock, meters),
        new MessageFeature.Settings(
            Templates.read(Path.of("../config/texts")),
            DistressWords.read(Path.of("../config/distress.txt")),
            "04 65 71 00 00",
            ZoneId.of("Europe/Paris"),
            AllowedHours.DEFAULT),
        sms);
  }

  @AfterEach
  void close() {
    database.close();
  }

  PlaceOffer offer() {
    return offer(PERSON, true, Discretion.NORMAL, "12 rue des Lilas, Montpellier");
  }

  PlaceOffer offer(Recipient recipient, boolean agreed, Discretion discretion, String address) {
    return new PlaceOffer(
        UUID.randomUUID(),
        UUID.randomUUID(),
        recipient,
        "fr",
        agreed,
        discretion,
        tonight,
        address,
        CLAIRE);
  }

  SentMessage only() {
    List<SentMessage> latest =
        feature.readMessages().newest(session("claire", Role.LISTENER), false);
    assertThat(latest).hasSize(1);
    return latest.getFirst();
  }

  Session session(String name, Role role) {
    Account account = new Account(new AgentId(name), name, role);
    return new Session("0".repeat(64), account, clock.instant(), clock.instant());
  }

  void roundsFor(Duration time) {
    Duration step = time.toMinutes() > 2 ? Duration.ofSeconds(10) : Duration.ofSeconds(1);
    for (Duration at = Duration.ZERO; at.compareTo(time) < 0; at = at.plus(step)) {
      feature.work();
      clock.tick(step);
    }
  }
}
