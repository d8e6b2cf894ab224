package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxIT {

  private static final PhoneNumber NUMBER = new PhoneNumber("+33639981278");
  private static final Recipient PERSON = new Recipient(new CallerKey("ab".repeat(32)), NUMBER);
  private static final AgentId CLAIRE = new AgentId("claire");

  private final TickingClock clock = new TickingClock();
  private final Instant tonight = clock.instant().plus(Duration.ofHours(3));
  private final Database database = TestServers.database();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ScriptedSms sms = new ScriptedSms();
  private final MessageFeature feature = feature();

  private MessageFeature feature() {
    return new MessageFeature(
        new MessageFeature.Ground(
            database, new Cipher(List.of("a secret of thirty-two characters.")), clock, meters),
        new MessageFeature.Settings(
            Templates.read(Path.of("../config/texts")),
            "04 65 71 00 00",
            ZoneId.of("Europe/Paris")),
        sms);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private PlaceOffer offer() {
    return offer(PERSON, true, Discretion.NORMAL, "12 rue des Lilas, Montpellier");
  }

  private PlaceOffer offer(
      Recipient recipient, boolean agreed, Discretion discretion, String address) {
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

  private SentMessage only() {
    List<SentMessage> latest =
        feature.readMessages().newest(session("claire", Role.LISTENER), false);
    assertThat(latest).hasSize(1);
    return latest.getFirst();
  }

  private Session session(String name, Role role) {
    Account account = new Account(new AgentId(name), name, role);
    return new Session("0".repeat(64), account, clock.instant(), clock.instant());
  }

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

    assertThat(feature.offerPlace().run(offer())).isEqualTo(OfferResult.NOT_AGREED);
    feature.work();
    assertThat(sms.given).hasSize(1);
  }

  @Test
  void aReceiptForWhatWasGivenUpStillCounts() {
    sms.answer = text -> new SendResult.Unknown("500");
    feature.offerPlace().run(offer());
    feature.work();
    clock.tick(Duration.ofHours(4));
    feature.work();
    assertThat(only().status()).isEqualTo(MessageStatus.EXPIRED);

    feature
        .takeReceipt()
        .run(only().messageId(), new Receipt("SM1", MessageStatus.DELIVERED, null));
    assertThat(only().status()).isEqualTo(MessageStatus.DELIVERED);
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
    feature().work();
    assertThat(only().status()).isEqualTo(MessageStatus.SENT);
  }

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

  @ParameterizedTest
  @CsvSource({
    "DELIVERED SENT SENT, DELIVERED",
    "SENT DELIVERED UNDELIVERED, DELIVERED",
    "SENT UNDELIVERED DELIVERED, DELIVERED",
    "UNDELIVERED FAILED SENT, UNDELIVERED",
    "SENT FAILED, FAILED",
  })
  void aReceiptNeverGoesBack(String told, MessageStatus expected) {
    feature.offerPlace().run(offer());
    feature.work();
    MessageId id = only().messageId();
    for (String status : told.split(" ")) {
      feature.takeReceipt().run(id, new Receipt("SM1", MessageStatus.valueOf(status), null));
    }
    assertThat(only().status()).isEqualTo(expected);
  }

  @Test
  void receiptsInAnyOrderAndTenTimesEndTheSame() {
    feature.offerPlace().run(offer());
    feature.work();
    MessageId id = only().messageId();
    List<MessageStatus> told = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      told.addAll(Arrays.asList(MessageStatus.SENT, MessageStatus.DELIVERED));
    }
    Collections.shuffle(told, new Random(115));
    told.parallelStream()
        .forEach(status -> feature.takeReceipt().run(id, new Receipt("SM1", status, null)));
    assertThat(only().status()).isEqualTo(MessageStatus.DELIVERED);
    assertThat(
            meters
                .get("callflow_message_receipt_total")
                .tag("outcome", "NOTHING_NEW")
                .counter()
                .count())
        .isEqualTo(19);
  }

  @Test
  void aReceiptBeforeTheAnswerWinsAndTheAnswerChangesNothing() {
    sms.answer =
        text -> {
          feature.takeReceipt().run(text.id(), new Receipt("SM7", MessageStatus.DELIVERED, null));
          return new SendResult.Accepted("SM7");
        };
    feature.offerPlace().run(offer());
    feature.work();
    assertThat(only().status()).isEqualTo(MessageStatus.DELIVERED);
  }

  @Test
  void aReceiptOfAnotherTextOrOfNoneIsNotNoted() {
    feature.offerPlace().run(offer());
    feature.work();
    MessageId id = only().messageId();
    Receipt other = new Receipt("SM999", MessageStatus.UNDELIVERED, "30003");
    assertThat(feature.takeReceipt().run(id, other)).isEqualTo(ReceiptResult.OTHER_TEXT);
    assertThat(feature.takeReceipt().run(new MessageId(UUID.randomUUID()), other))
        .isEqualTo(ReceiptResult.NO_SUCH_MESSAGE);
    assertThat(only().status()).isEqualTo(MessageStatus.SENT);
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

  private void roundsFor(Duration time) {
    Duration step = time.toMinutes() > 2 ? Duration.ofSeconds(10) : Duration.ofSeconds(1);
    for (Duration at = Duration.ZERO; at.compareTo(time) < 0; at = at.plus(step)) {
      feature.work();
      clock.tick(step);
    }
  }
}
