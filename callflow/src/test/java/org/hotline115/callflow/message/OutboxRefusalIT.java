package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text that is too late, refused, or has to wait. */
class OutboxRefusalIT extends OutboxKit {

  @Test
  void whatIsTooLateIsNotSent() {
    feature.offerPlace().run(offer());
    clock.tick(Duration.ofHours(3));
    feature.work();
    assertThat(sms.given).isEmpty();
    assertThat(only().status()).isEqualTo(MessageStatus.EXPIRED);
  }

  @Test
  void whatIsRefusedForGoodIsNotTriedAgain() {
    sms.answer = text -> new SendResult.Refused("21211");
    feature.offerPlace().run(offer());
    roundsFor(Duration.ofMinutes(10));
    assertThat(sms.given).hasSize(1);
    assertThat(only().status()).isEqualTo(MessageStatus.FAILED);
    assertThat(only().errorCode()).isEqualTo("21211");
  }

  @Test
  void whoOptedOutIsRememberedAndTheAgentIsToldNextTime() {
    sms.answer = text -> new SendResult.OptedOut("21610");
    feature.offerPlace().run(offer());
    feature.work();
    assertThat(only().status()).isEqualTo(MessageStatus.SUPPRESSED_OPT_OUT);
    assertThat(only().errorCode()).isEqualTo("21610");

    assertThat(feature.offerPlace().run(offer())).isEqualTo(OfferResult.OPTED_OUT);
    feature.work();
    assertThat(sms.given).hasSize(1);
  }

  @Test
  void tooManyAtOnceWaitsLongerEachTime() {
    sms.answer = text -> new SendResult.TooMany("20429");
    feature.offerPlace().run(offer());
    List<Instant> tries = new ArrayList<>();
    for (int second = 0; second < 240; second++) {
      int before = sms.given.size();
      feature.work();
      if (sms.given.size() > before) {
        tries.add(clock.instant());
      }
      clock.tick(Duration.ofSeconds(1));
    }
    assertThat(tries).hasSizeBetween(7, 16);
    assertThat(Duration.between(tries.get(5), tries.get(6))).isGreaterThan(Duration.ofSeconds(14));

    sms.answer = text -> sms.accept();
    roundsFor(Duration.ofMinutes(1));
    assertThat(only().status()).isEqualTo(MessageStatus.SENT);
    assertThat(only().errorCode()).isNull();
  }

  @Test
  void refusedCredentialsStopSendingAndTheTextStaysQueued() {
    sms.answer = text -> new SendResult.NotAuthorised("20003");
    feature.offerPlace().run(offer());
    roundsFor(Duration.ofMinutes(10));

    assertThat(sms.given).hasSize(1);
    assertThat(feature.isSending()).isFalse();
    assertThat(meters.get("callflow_message_stopped").gauge().value()).isEqualTo(1);
    assertThat(only().status()).isEqualTo(MessageStatus.QUEUED);

    sms.answer = text -> sms.accept();
    MessageFeature restarted = feature();
    restarted.work(); // after a pause the provider is asked first whether it has it
    restarted.work();
    assertThat(sms.lookedFor).hasSize(1);
    assertThat(only().status()).isEqualTo(MessageStatus.SENT);
  }
}
