package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.hotline115.callflow.caller.Discretion;
import org.junit.jupiter.api.Test;

/** A telephone that somebody called unsafe gets no text, whoever writes it and however late. */
class OutboxSafetyIT extends OutboxKit {

  @Test
  void nothingIsSentToATelephoneThatIsNotSafe() {
    numberOfAPerson(true);
    numberOfAPerson(false);

    assertThat(feature.offerPlace().run(offer())).isEqualTo(OfferResult.SUPPRESSED_DISCRETION);
    feature.work();

    assertThat(sms.given).isEmpty();
    assertThat(only().status()).isEqualTo(MessageStatus.SUPPRESSED_DISCRETION);
    assertThat(only().body()).isNull();
  }

  @Test
  void whatIsQueuedIsWithheldWhenSomebodySaysSoBeforeItLeaves() {
    assertThat(feature.offerPlace().run(offer())).isEqualTo(OfferResult.QUEUED);
    numberOfAPerson(false);

    feature.work();

    assertThat(sms.given).isEmpty();
    assertThat(only().status()).isEqualTo(MessageStatus.SUPPRESSED_DISCRETION);
  }

  @Test
  void nobodyHavingSaidAnythingLeavesItToTheAgent() {
    numberOfAPerson(null);
    feature.offerPlace().run(offer(PERSON, true, Discretion.NORMAL, "12 rue des Lilas"));

    feature.work();

    assertThat(sms.given).hasSize(1);
  }

  private void numberOfAPerson(Boolean safe) {
    database.with(handle -> {
      UUID person = UUID.randomUUID();
      handle.execute(
          "INSERT INTO person (person_id, version, identity_quality, gender, created_at,"
              + " created_by, changed_at) VALUES (?, 1, 'ANONYMOUS', 'UNKNOWN', now(), 'claire',"
              + " now())",
          person);
      return handle.execute(
          "INSERT INTO person_number (number_id, person_id, caller_key, safe_to_text, added_at,"
              + " added_by) VALUES (gen_random_uuid(), ?, ?, CAST(? AS boolean), now(), 'claire')",
          person,
          PERSON.key().hex(),
          safe);
    });
  }
}
