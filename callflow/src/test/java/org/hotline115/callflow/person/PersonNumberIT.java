package org.hotline115.callflow.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.JdbcNumberSafety;
import org.hotline115.callflow.contact.Contact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The telephones of a person: several, shared, and safe or not. */
class PersonNumberIT extends PersonKit {

  private static final String OTHER = "06 39 98 00 11";

  private final JdbcNumberSafety safety = new JdbcNumberSafety();

  @Test
  void aPersonHasSeveralNumbersAndEachIsKeptOnce() {
    Contact contact = calling(MOBILE);
    Person awa = met(contact, named("Awa", "Ba", 1990));
    NumberId id = new NumberId(UUID.randomUUID());

    add(awa, id, OTHER, new Safety(true, null), contact);
    add(awa, id, OTHER, new Safety(true, null), contact);
    Person kept = add(awa, new NumberId(UUID.randomUUID()), "+33 6 39 98 00 11", safe(), contact);

    assertThat(kept.numbers()).hasSize(2);
    assertThat(kept.numbers())
        .filteredOn(number -> number.numberId().equals(id))
        .singleElement()
        .satisfies(number -> {
          assertThat(number.masked()).endsWith("11");
          assertThat(number.safeToText()).isTrue();
          assertThat(number.safeToCall()).isTrue();
          assertThat(number.isShared()).isFalse();
        });
  }

  private static Safety safe() {
    return new Safety(true, true);
  }

  @Test
  void oneNoOfAnybodyWhoUsesATelephoneIsANo() {
    Contact first = calling(MOBILE);
    Person awa = met(first, named("Awa", "Ba", 1990));
    CallerKey key = awa.numbers().getFirst().key();
    Contact counter = atTheCounter();
    Person fatou = met(counter, named("Fatou", "Ba", 1970));
    NumberId hers = new NumberId(UUID.randomUUID());
    add(fatou, hers, MOBILE, safe(), counter);
    assertThat(mayText(key)).isTrue();

    Person now =
        noted(
            feature
                .keepPerson()
                .changeNumber(
                    fatou.personId(), hers, new Safety(false, true), during(counter), claire));

    assertThat(now.numbers().getFirst().isShared()).isTrue();
    assertThat(mayText(key)).isFalse();
    noted(feature.keepPerson().removeNumber(fatou.personId(), hers, during(counter), claire));
    noted(feature.keepPerson().removeNumber(fatou.personId(), hers, during(counter), claire));
    assertThat(mayText(key)).isTrue();
    assertThat(auditRows())
        .contains(
            "claire PERSON_NUMBER_ADDED",
            "claire PERSON_NUMBER_CHANGED",
            "claire PERSON_NUMBER_REMOVED");
  }

  @Test
  void aNumberOfOnePersonIsNotChangedThroughAnother() {
    Contact contact = calling(MOBILE);
    Person awa = met(contact, named("Awa", "Ba", 1990));
    Contact counter = atTheCounter();
    Person fatou = met(counter, anonymous());
    NumberId of = awa.numbers().getFirst().numberId();

    assertThat(
            feature
                .keepPerson()
                .changeNumber(
                    fatou.personId(), of, new Safety(false, false), during(counter), claire))
        .isEqualTo(new PersonResult.NoSuchPerson());
    feature.keepPerson().removeNumber(fatou.personId(), of, during(counter), claire);

    assertThat(mayText(awa.numbers().getFirst().key())).isTrue();
    assertThat(
            feature.openFile().open(awa.personId(), during(contact), claire).orElseThrow().person())
        .extracting(person -> person.numbers().size())
        .isEqualTo(1);
    assertThat(
            feature
                .keepPerson()
                .addNumber(fatou.personId(), of, OTHER, safe(), during(counter), claire))
        .as("the id is another number's")
        .isEqualTo(new PersonResult.OtherThing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"112", "0", "abc", "", "06 39 98 12 78 ext 4", "'; DROP", "٠٦٣٩٩٨١٢٧٨"})
  void whatIsNoNumberIsRefused(String written) {
    Contact contact = atTheCounter();
    Person awa = met(contact, anonymous());

    assertThat(
            feature
                .keepPerson()
                .addNumber(
                    awa.personId(),
                    new NumberId(UUID.randomUUID()),
                    written,
                    safe(),
                    during(contact),
                    claire))
        .isEqualTo(new PersonResult.NoNumber());
  }

  private Person add(Person person, NumberId id, String number, Safety safe, Contact contact) {
    return noted(
        feature
            .keepPerson()
            .addNumber(person.personId(), id, number, safe, during(contact), claire));
  }

  private boolean mayText(CallerKey key) {
    return database.with(handle -> safety.mayText(handle, key));
  }
}
