package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hotline115.callflow.access.Role;
import org.junit.jupiter.api.Test;

/** A text of which nobody knows whether the provider took it. */
class OutboxDoubtIT extends OutboxKit {

  @Test
  void whatIsUnknownAndFoundAtTheProviderIsNotSentAgain() {
    sms.answer =
        text -> {
          sms.listed.put("SM9", new Receipt("SM9", MessageStatus.DELIVERED, null));
          return new SendResult.Unknown("TIMEOUT");
        };
    feature.offerPlace().run(offer());
    feature.work();
    assertThat(only().status()).isEqualTo(MessageStatus.UNKNOWN);

    roundsFor(Duration.ofMinutes(10));

    assertThat(sms.given).hasSize(1);
    assertThat(only().status()).isEqualTo(MessageStatus.DELIVERED);
    assertThat(sms.lookedFor.getFirst().firstTriedAt())
        .isEqualTo(sms.given.getFirst().firstTriedAt());
  }

  @Test
  void whatTheProviderDoesNotHaveIsSentAgainOnceAndCounted() {
    sms.answer = text -> new SendResult.Unknown("500");
    feature.offerPlace().run(offer());
    roundsFor(Duration.ofSeconds(110));
    assertThat(sms.given).as("not before it is surely not there").hasSize(1);

    roundsFor(Duration.ofMinutes(20));

    assertThat(sms.given).hasSize(2);
    assertThat(meters.get("callflow_message_sent_again_total").counter().count()).isEqualTo(1);
    assertThat(only().status()).as("visible for a person").isEqualTo(MessageStatus.UNKNOWN);

    clock.tick(Duration.ofHours(4));
    roundsFor(Duration.ofMinutes(2));
    int looks = sms.lookedFor.size();
    roundsFor(Duration.ofMinutes(10));
    assertThat(sms.lookedFor).as("nobody asks for ever").hasSize(looks);
    assertThat(only().status()).isEqualTo(MessageStatus.UNKNOWN);
  }

  @Test
  void whatIsNotFoundAfterItsMomentIsNotSentAgain() {
    sms.answer = text -> new SendResult.Unknown("500");
    feature.offerPlace().run(offer());
    feature.work();
    clock.tick(Duration.ofHours(4));
    roundsFor(Duration.ofMinutes(1));
    assertThat(sms.given).hasSize(1);
    assertThat(only().status()).isEqualTo(MessageStatus.EXPIRED);
  }

  @Test
  void aProviderThatCannotListIsNeverSentToBlindly() {
    sms.answer = text -> new SendResult.Unknown("500");
    sms.canList = false;
    feature.offerPlace().run(offer());
    roundsFor(Duration.ofMinutes(30));
    assertThat(sms.given).hasSize(1);
    assertThat(only().status()).isEqualTo(MessageStatus.UNKNOWN);
  }

  @Test
  void aGatewayKilledBeforeTheCallIsFoundByItsLease() {
    feature.offerPlace().run(offer());
    sms.answer =
        text -> {
          throw new IllegalStateException("kill -9");
        };
    feature.work();
    assertThat(only().status()).isEqualTo(MessageStatus.SENDING);

    sms.answer = text -> sms.accept();
    MessageFeature restarted = feature();
    restarted.work();
    assertThat(sms.given).as("its lease has not ended").hasSize(1);
    for (int round = 0; round < 60; round++) {
      clock.tick(Duration.ofSeconds(5));
      restarted.work();
    }
    assertThat(sms.given).hasSize(2);
    assertThat(only().status()).isEqualTo(MessageStatus.SENT);
    assertThat(meters.get("callflow_message_lapsed_total").counter().count()).isEqualTo(1);
  }

  @Test
  void twoEqualTextsToOneNumberTakeEachItsOwn() {
    sms.answer =
        text -> {
          sms.listed.put("SM-a", new Receipt("SM-a", MessageStatus.SENT, null));
          return new SendResult.Unknown("TIMEOUT");
        };
    feature.offerPlace().run(offer());
    feature.offerPlace().run(offer());
    feature.work();
    sms.answer = text -> sms.accept();
    roundsFor(Duration.ofMinutes(5));
    assertThat(sms.given).as("one was there, the other was not").hasSize(3);
    assertThat(feature.readMessages().newest(session("claire", Role.LISTENER), false))
        .extracting(SentMessage::status)
        .containsOnly(MessageStatus.SENT);
  }
}
