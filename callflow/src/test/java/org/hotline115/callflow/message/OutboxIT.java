package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.caller.Discretion;
import org.junit.jupiter.api.Test;

/** From an offer to a text that the provider took, once. */
class OutboxIT extends OutboxKit {

  @Test
  void anOfferIsWrittenDownThenSentOnce() {
    assertThat(feature.offerPlace().run(offer())).isEqualTo(OfferResult.QUEUED);
    assertThat(only().status()).isEqualTo(MessageStatus.QUEUED);
    assertThat(sms.given).isEmpty();

    feature.work();
    feature.work();

    assertThat(sms.given).hasSize(1);
    OutgoingText text = sms.given.getFirst();
    assertThat(text.to()).isEqualTo(NUMBER);
    assertThat(text.validFor()).isEqualTo(Duration.ofHours(3));
    assertThat(text.body()).contains("avant 21h42 au 12 rue des Lilas, Montpellier");
    assertThat(only().status()).isEqualTo(MessageStatus.SENT);
    assertThat(only().sentAt()).isEqualTo(clock.instant());
    assertThat(only().segments()).isEqualTo(1);
  }

  @Test
  void aRepeatedOfferIsOneTextAlsoWhenTheDiscretionChanged() {
    PlaceOffer offer = offer();
    assertThat(feature.offerPlace().run(offer)).isEqualTo(OfferResult.QUEUED);
    assertThat(feature.offerPlace().run(offer)).isEqualTo(OfferResult.QUEUED);
    PlaceOffer neutral =
        new PlaceOffer(
            offer.contactId(),
            offer.placementId(),
            PERSON,
            "en",
            true,
            Discretion.NEUTRAL,
            tonight,
            "",
            CLAIRE);
    assertThat(feature.offerPlace().run(neutral)).isEqualTo(OfferResult.QUEUED);

    feature.work();

    assertThat(sms.given).hasSize(1);
    assertThat(only().templateCode()).isEqualTo(TemplateCode.BED_OFFER);
  }

  @Test
  void withoutAgreementOrNumberNothingIsWritten() {
    assertThat(feature.offerPlace().run(offer(PERSON, false, Discretion.NORMAL, "x")))
        .isEqualTo(OfferResult.NOT_AGREED);
    assertThat(feature.offerPlace().run(offer(null, true, Discretion.NORMAL, "x")))
        .isEqualTo(OfferResult.NO_NUMBER);
    assertThat(feature.readMessages().newest(session("sophie", Role.SUPERVISOR), false)).isEmpty();
  }

  @Test
  void discretionNoneKeepsARowAndSendsNothing() {
    PlaceOffer offer = offer(PERSON, true, Discretion.NONE, "12 rue des Lilas");
    assertThat(feature.offerPlace().run(offer)).isEqualTo(OfferResult.SUPPRESSED_DISCRETION);
    assertThat(feature.offerPlace().run(offer)).isEqualTo(OfferResult.SUPPRESSED_DISCRETION);

    feature.work();

    assertThat(sms.given).isEmpty();
    assertThat(only().status()).isEqualTo(MessageStatus.SUPPRESSED_DISCRETION);
    assertThat(only().body()).isNull();
  }

  @Test
  void aSecretAddressNeverGetsIntoAText() {
    feature.offerPlace().run(offer(PERSON, true, Discretion.NORMAL, ""));
    assertThat(only().body()).contains("appelez le 115").contains("21h42");
    assertThat(only().templateCode()).isEqualTo(TemplateCode.BED_OFFER_CALL);
  }

  @Test
  void aNeutralTextHasNoAddress() {
    feature.offerPlace().run(offer(PERSON, true, Discretion.NEUTRAL, "12 rue des Lilas"));
    assertThat(only().body()).doesNotContain("Lilas").contains("04 65 71 00 00");
  }

  @Test
  void numberAndWordsAreSealedOnRecord() {
    feature.offerPlace().run(offer());
    String row =
        database.with(handle ->
            handle
                .createQuery(
                    "SELECT message::text || encode(sealed_body, 'escape')"
                        + " || encode(sealed_number, 'escape') FROM message")
                .mapTo(String.class)
                .one());
    assertThat(row).doesNotContain("639981278").doesNotContain("Lilas");
  }

  @Test
  void theWordsAreForSupervisorsAndTheirAgent() {
    feature.offerPlace().run(offer());
    assertThat(bodyFor("claire", Role.LISTENER)).isNotNull();
    assertThat(bodyFor("sophie", Role.SUPERVISOR)).isNotNull();
    assertThat(bodyFor("admin", Role.ADMIN)).isNotNull();
    assertThat(bodyFor("karim", Role.LISTENER)).isNull();
    assertThat(feature.readMessages().newest(session("karim", Role.LISTENER), true))
        .as("the demo")
        .extracting(SentMessage::body)
        .doesNotContainNull();
  }

  private String bodyFor(String name, Role role) {
    return feature.readMessages().newest(session(name, role), false).getFirst().body();
  }

  @Test
  void twoWorkersOnOneOutboxSendEachTextOnce() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      feature.offerPlace().run(offer());
    }
    List<Thread> workers = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    for (int i = 0; i < 4; i++) {
      MessageFeature gateway = feature();
      workers.add(
          Thread.startVirtualThread(() -> {
            awaitQuietly(start);
            while (gateway.work()) {
              Thread.onSpinWait();
            }
            gateway.work();
          }));
    }
    start.countDown();
    for (Thread worker : workers) {
      worker.join();
    }
    assertThat(sms.given.stream().map(OutgoingText::id).distinct()).hasSize(100);
    assertThat(sms.given).hasSize(100);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theStartedFeatureSendsByItself() throws InterruptedException {
    try (MessageFeature running = feature()) {
      running.start();
      running.offerPlace().run(offer());
      for (int i = 0; i < 100 && only().status() != MessageStatus.SENT; i++) {
        Thread.sleep(20);
      }
    }
    assertThat(only().status()).isEqualTo(MessageStatus.SENT);
  }

  @Test
  void anOfferLeavesAnAuditRow() {
    feature.offerPlace().run(offer());
    List<String> events =
        database.with(handle ->
            handle
                .createQuery("SELECT actor || ' ' || action FROM audit_event")
                .mapTo(String.class)
                .list());
    assertThat(events).containsExactly("claire TEXT_QUEUED");
  }
}
