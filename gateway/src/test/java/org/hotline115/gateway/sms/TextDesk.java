package org.hotline115.gateway.sms;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
import org.hotline115.callflow.message.AllowedHours;
import org.hotline115.callflow.message.DistressWords;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.OfferResult;
import org.hotline115.callflow.message.PlaceOffer;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.SentMessage;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.callflow.message.Templates;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Secret;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.config.GatewayConfig;

/** The real outbox with the real Twilio client before a stand-in of the provider. */
final class TextDesk implements AutoCloseable {

  static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  static final String TOKEN = "0123456789abcdef0123456789abcdef";
  static final URI PUBLIC = URI.create("https://hotline.example");

  /** Long enough for a busy machine: only the silent ones are waited for. */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  static final PhoneNumber NUMBER = new PhoneNumber("+33639981278");

  final TickingClock clock = new TickingClock();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final StubProvider provider = new StubProvider(clock::instant);
  final Database database = TestServers.database();
  private final TwilioSms twilio = new TwilioSms(settings(provider.baseUrl()), PUBLIC, PATIENCE);
  final MessageFeature messages = feature(twilio);

  static GatewayConfig.Twilio settings(String baseUrl) {
    return new GatewayConfig.Twilio(ACCOUNT, new Secret(TOKEN), "+33937000000", "", baseUrl);
  }

  /** Another gateway on the same outbox. */
  MessageFeature feature(SmsGateway sms) {
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

  OfferResult offer() {
    return messages
        .offerPlace()
        .run(
            new PlaceOffer(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Recipient(new CallerKey("ab".repeat(32)), NUMBER),
                "fr",
                true,
                Discretion.NORMAL,
                clock.instant().plus(Duration.ofHours(3)),
                "12 rue des Lilas, Montpellier",
                new AgentId("claire")));
  }

  SentMessage only() {
    Account sophie = new Account(new AgentId("sophie"), "Sophie", Role.SUPERVISOR);
    Session session = new Session("0".repeat(64), sophie, clock.instant(), clock.instant());
    List<SentMessage> all = messages.readMessages().newest(session, false);
    if (all.size() != 1) {
      throw new AssertionError(all);
    }
    return all.getFirst();
  }

  void roundsFor(Duration time) {
    for (Duration at = Duration.ZERO; at.compareTo(time) < 0; at = at.plusSeconds(5)) {
      messages.work();
      clock.tick(Duration.ofSeconds(5));
    }
  }

  @Override
  public void close() {
    twilio.close();
    provider.close();
    database.close();
  }
}
