package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the provider tells later, in any order and any number of times. */
class OutboxReceiptIT extends OutboxKit {

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
}
