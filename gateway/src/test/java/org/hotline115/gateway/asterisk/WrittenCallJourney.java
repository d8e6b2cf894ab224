package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.callback.Callback;
import org.hotline115.callflow.callback.CallbackChannel;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.callback.CallbackStatus;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.AllowedHours;
import org.hotline115.callflow.message.Correspondence;
import org.hotline115.callflow.message.DistressWords;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.Templates;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.TakeWrittenCalls;
import org.hotline115.gateway.WrittenWing;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.hotline115.gateway.sms.JournalSms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who cannot hear writes "sourd": he stands in Asterisk's own queue at the time of his text, before
 * who rang later; his telephone never rings, and the agent whose turn he is writes back.
 */
class WrittenCallJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();

  @TempDir Path folder;

  @Test
  void aTextStandsInTheOneOrderAndIsAnsweredInWriting() {
    try (TestAsterisk asterisk =
            TestAsterisk.render(
                    folder.resolve("asterisk"),
                    TestAsterisk.freePort(),
                    List.of(Station.at("claire", CLAIRE_PORT)),
                    TestAsterisk.freeUdpPort(),
                    Map.of())
                .start();
        Database database = TestServers.database();
        PhoneFeature phone = PhoneKit.feature(asterisk, database, folder.resolve("state"));
        CallbackFeature callbacks =
            PhoneKit.callbacks(phone, database, new NoTexts(), PhoneKit.CALLBACK.rules());
        MessageFeature messages = messages(database)) {
      new WrittenWing(
          new WrittenWing.Ground(phone.calls(), phone.callerStore(), callbacks, messages),
          List.of(new TakeWrittenCalls.WrittenLine("public", "public", List.of("SOURD"))),
          Clock.systemUTC(),
          ZoneId.of("Europe/Paris"));
      messages.start();
      PhoneKit.up(phone);
      callbacks.start(phone::up);

      Recipient person = person();
      messages.receiveText().run("SMwritten0001", person, " Sourd ");
      messages.receiveText().run("SMwritten0002", person, "je suis à la gare");
      await("he has a place", SOON, () -> callbacks.keepPromises().owed().size() == 1);
      Callback promise = callbacks.keepPromises().owed().getFirst();
      assertThat(promise.channel()).isEqualTo(CallbackChannel.TEXT);
      await(
          "he stands in the queue",
          SOON,
          () -> asterisk.cli("queue", "show", "public").contains("public has 1 calls"));

      try (Sipp _ = Sipp.call(asterisk, Caller.staying(Duration.ofSeconds(90)).pressing("0"))) {
        await(
            "somebody rings after him",
            SOON,
            () -> asterisk.cli("queue", "show", "public").contains("public has 2 calls"));
        PhoneKit.ready(phone, CLAIRE);
        try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(12))) {
          await(
              "claire has somebody",
              SOON,
              () -> phone.presences().of(CLAIRE).presence() instanceof Presence.Talking);
          Call call =
              phone.calls().live().stream()
                  .filter(live -> CLAIRE.equals(live.agent()))
                  .findFirst()
                  .orElseThrow();
          assertThat(callbacks.readCallbacks().keptBy(call.id()).orElseThrow().id())
              .as("the older one, who writes")
              .isEqualTo(promise.id());

          messages
              .correspondence()
              .write(UUID.randomUUID(), person, "Bonjour, une place pour vous.", CLAIRE);
          await(
              "it left",
              SOON,
              () ->
                  lines(messages, promise).getLast().status().equals("JOURNALED")
                      && lines(messages, promise).size() == 4);
          assertThat(lines(messages, promise))
              .extracting(Correspondence.Line::words)
              .contains(" Sourd ", "je suis à la gare", "115: Bonjour, une place pour vous.");
          assertThat(asterisk.cli("core", "show", "channels", "concise"))
              .as("his telephone never rings")
              .doesNotContain("PJSIP/trunk");
          await("she hangs up", SOON, () -> !(isTalking(phone)));
        }
        asterisk.cli("channel", "request", "hangup", "all");
      }
      assertThat(callbacks.readCallbacks().find(promise.id()).orElseThrow().callback().status())
          .isEqualTo(CallbackStatus.REACHED);
    }
  }

  private static boolean isTalking(PhoneFeature phone) {
    return phone.presences().of(CLAIRE).presence() instanceof Presence.Talking;
  }

  private static List<Correspondence.Line> lines(MessageFeature messages, Callback promise) {
    return messages.correspondence().since(promise.caller(), promise.keptRankAt());
  }

  private static Recipient person() {
    PhoneNumber number = new PhoneNumber("+33639980117");
    return new Recipient(CallerTestKit.callers().identityOf(number).key(), number);
  }

  private static MessageFeature messages(Database database) {
    return new MessageFeature(
        new MessageFeature.Ground(
            database,
            new Cipher(List.of("a-cipher-secret-that-is-long-enough-for-tests")),
            Clock.systemUTC(),
            new SimpleMeterRegistry()),
        new MessageFeature.Settings(
            Templates.read(Path.of("../config/texts")),
            DistressWords.read(Path.of("../config/distress.txt")),
            "04 65 71 00 00",
            ZoneId.of("Europe/Paris"),
            AllowedHours.DEFAULT),
        new JournalSms());
  }
}
