package org.hotline115.callflow.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.person.FoundPerson.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is calling: found, linked, kept, and shown to nobody without a purpose. */
class PersonIT extends PersonKit {

  @Test
  void whoCallsAgainIsSuggestedByTheNumber() {
    Contact first = calling(MOBILE);
    Person kadiatou = met(first, named("Kadiatou", "Diallo", 1994));
    close(first);
    clock.tick(Duration.ofHours(20));

    WhoResult.Found who = found(feature.whoIsCalling().byNumber(calling(MOBILE).id(), claire));

    assertThat(who.linked()).isNull();
    assertThat(who.found())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.personId()).isEqualTo(kadiatou.personId());
          assertThat(found.details().firstName()).isEqualTo("Kadiatou");
          assertThat(found.why()).containsExactly(Why.NUMBER);
          assertThat(found.lastContactAt()).isEqualTo(first.openedAt());
        });
  }

  @Test
  void aNumberOfSeveralPersonsIsShownAsSharedAndTheLatestComesFirst() {
    Contact first = calling(MOBILE);
    Person one = met(first, named("Awa", "", null));
    close(first);
    clock.tick(Duration.ofHours(1));
    Contact second = calling(MOBILE);
    Person other = met(second, named("Fatou", "", null));
    close(second);

    WhoResult.Found who = found(feature.whoIsCalling().byNumber(calling(MOBILE).id(), claire));

    assertThat(who.found())
        .extracting(FoundPerson::personId)
        .containsExactly(other.personId(), one.personId());
    assertThat(who.found()).allSatisfy(each -> assertThat(each.why()).contains(Why.SHARED_NUMBER));
  }

  @Test
  void anonymousIsNormalAndFoundByTheCodeSaidAloud() {
    Person somebody = met(atTheCounter(), anonymous());
    assertThat(somebody.details().identityQuality()).isEqualTo(IdentityQuality.ANONYMOUS);
    String said = somebody.code().value().toLowerCase().replaceAll("(.)", "$1 ");

    WhoResult.Found who = found(feature.whoIsCalling().byCode(atTheCounter().id(), said, claire));

    assertThat(who.found())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.personId()).isEqualTo(somebody.personId());
          assertThat(found.why()).containsExactly(Why.CODE);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "kadiatou diallo, 1994, NAME, BIRTH_YEAR",
    "DIALLO  Kadïatou, 1994, NAME, BIRTH_YEAR",
    "Kadiatu Dialo, 1994, SOUNDS_LIKE, BIRTH_YEAR",
    "diallo, 1995, NAME, NEAR_BIRTH_YEAR",
    "diallo, , NAME, "
  })
  void aPersonIsFoundByNameAndYear(String name, Integer year, Why byName, Why byYear) {
    Person kadiatou = met(atTheCounter(), named("Kadiatou", "Diallo", 1994));
    met(atTheCounter(), named("Mariama", "Bah", 1994));

    WhoResult.Found who =
        found(feature.whoIsCalling().byName(atTheCounter().id(), name, year, claire));

    assertThat(who.found())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.personId()).isEqualTo(kadiatou.personId());
          assertThat(found.why())
              .isEqualTo(byYear == null ? Set.of(byName) : Set.of(byName, byYear));
        });
  }

  @Test
  void aPseudonymIsANameAndAnotherYearIsSomebodyElse() {
    PersonDetails details = new PersonDetails("", "", "Le Grand", 1980, Gender.MAN, null, false);
    Person tall = met(atTheCounter(), details);
    assertThat(details.identityQuality()).isEqualTo(IdentityQuality.PSEUDONYM);

    assertThat(found(feature.whoIsCalling().byName(atTheCounter().id(), "legrand", 1980, claire)))
        .extracting(WhoResult.Found::found)
        .isEqualTo(List.of());
    assertThat(
            found(feature.whoIsCalling().byName(atTheCounter().id(), "grand", 1980, claire))
                .found())
        .extracting(FoundPerson::personId)
        .containsExactly(tall.personId());
    assertThat(
            found(feature.whoIsCalling().byName(atTheCounter().id(), "grand", 1990, claire))
                .found())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"😀", "%", "' OR 1=1 --", "a b c d e f g h i", "\u202E", "Mme", "\\", "{{7*7}}"})
  void hostileNamesFindNobody(String name) {
    met(atTheCounter(), named("Kadiatou", "Diallo", 1994));

    WhoResult result = feature.whoIsCalling().byName(atTheCounter().id(), name, null, claire);

    switch (result) {
      case WhoResult.NothingToSearch _ ->
          assertThat(NameWords.of(name))
              .satisfiesAnyOf(
                  words -> assertThat(words).isEmpty(),
                  words -> assertThat(words).hasSizeGreaterThan(NameWords.WORDS_MAX));
      case WhoResult.Found found -> assertThat(found.found()).isEmpty();
      case WhoResult.NoPurpose _ -> throw new AssertionError(result);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A4F", "A4F77", "0000", "AAAA", "À4F7", "'; --"})
  void whatIsNoCodeIsSaidToBeNone(String typed) {
    assertThat(feature.whoIsCalling().byCode(atTheCounter().id(), typed, claire))
        .isEqualTo(new WhoResult.NothingToSearch());
  }

  @Test
  void linkingTwiceIsOnceAndUnlinkingTakesTheNumberAway() {
    Contact contact = calling(MOBILE);
    Person kadiatou = met(contact, named("Kadiatou", "Diallo", 1994));
    Person again = noted(feature.linkContact().link(contact.id(), kadiatou.personId(), claire));
    assertThat(again.numbers()).hasSize(1);
    assertThat(again.numbers().getFirst().masked()).endsWith("78").doesNotContain("98 12");

    assertThat(feature.linkContact().unlink(contact.id(), claire)).isTrue();
    assertThat(feature.linkContact().unlink(contact.id(), claire)).isTrue();

    WhoResult.Found who = found(feature.whoIsCalling().byNumber(contact.id(), claire));
    assertThat(who.linked()).isNull();
    assertThat(who.found()).isEmpty();
    assertThat(auditRows())
        .containsSubsequence(
            "claire PERSON_ADDED " + contact.callId(),
            "claire PERSON_LINKED " + contact.callId(),
            "claire PERSON_UNLINKED " + contact.callId())
        .doesNotHaveDuplicates();
  }

  @Test
  void theNumberOfWhoCallsForSomebodyElseIsNotTheirs() {
    Contact contact = calling(MOBILE);
    contacts.changeContact().change(contact.id(), 1, Map.of("callerKind", "HOSPITAL"), claire);

    assertThat(met(contact, named("Kadiatou", "Diallo", 1994)).numbers()).isEmpty();
  }

  @Test
  void aFileOpensOnlyForAPurposeAndEachOpeningIsOnRecord() {
    Contact contact = calling(MOBILE);
    Person kadiatou = met(contact, named("Kadiatou", "Diallo", 1994));

    assertThat(feature.openFile().open(kadiatou.personId(), during(contact), karim)).isEmpty();
    assertThat(
            feature
                .openFile()
                .open(
                    kadiatou.personId(),
                    new Opening(Purpose.PLACEMENT, UUID.randomUUID()),
                    session("sophie", Role.SUPERVISOR)))
        .isEmpty();
    assertThat(auditRows()).noneMatch(row -> row.contains("OPENED"));

    PersonFile file =
        feature.openFile().open(kadiatou.personId(), during(contact), claire).orElseThrow();

    assertThat(file.person().details().lastName()).isEqualTo("Diallo");
    assertThat(auditRows()).contains("claire PERSON_OPENED_FOR_CALL " + contact.callId());
    assertThat(audit.firstBrokenLink()).isEmpty();
    close(contact);
    assertThat(feature.openFile().open(kadiatou.personId(), during(contact), claire)).isEmpty();
    assertThat(feature.whoIsCalling().byNumber(contact.id(), claire))
        .isEqualTo(new WhoResult.NoPurpose());
  }

  @Test
  void aPersonIsKeptOnceAndAnOldVersionChangesNothing() {
    Contact contact = calling(MOBILE);
    PersonId id = new PersonId(UUID.randomUUID());
    Opening call = during(contact);
    Person kept = noted(feature.keepPerson().add(id, anonymous(), call, claire));
    assertThat(noted(feature.keepPerson().add(id, anonymous(), call, claire))).isEqualTo(kept);
    assertThat(feature.keepPerson().add(id, named("X", "Y", 1990), call, claire))
        .isEqualTo(new PersonResult.OtherThing());

    Person named =
        noted(feature.keepPerson().change(id, 1, named("Awa", "Ba", 1990), call, claire));
    assertThat(named.version()).isEqualTo(2);
    assertThat(named.details().identityQuality()).isEqualTo(IdentityQuality.FULL);
    assertThat(feature.keepPerson().change(id, 1, named("Awa", "Ba", 1990), call, claire))
        .as("the same click again")
        .isInstanceOf(PersonResult.Noted.class);
    assertThat(feature.keepPerson().change(id, 1, anonymous(), call, claire))
        .isEqualTo(new PersonResult.ChangedElsewhere(named));
    assertThat(feature.keepPerson().change(id, 2, anonymous(), call, karim))
        .isEqualTo(new PersonResult.NoPurpose());
    assertThat(found(feature.whoIsCalling().byName(contact.id(), "awa", null, claire)).found())
        .hasSize(1);

    feature.keepPerson().change(id, 2, anonymous(), call, claire);

    assertThat(found(feature.whoIsCalling().byName(contact.id(), "awa", null, claire)).found())
        .as("a name that was taken back is not found any more")
        .isEmpty();
  }

  @Test
  void namesAreNotReadableInTheTables() {
    met(atTheCounter(), named("Zanzibara", "Zanzibari", 1994));

    String kept =
        database.with(handle ->
            handle
                .createQuery(
                    "SELECT encode(first_name, 'escape') || encode(last_name, 'escape')"
                        + " || string_agg(key, '') FROM person JOIN person_name_key USING (person_id)"
                        + " GROUP BY first_name, last_name")
                .mapTo(String.class)
                .one());

    assertThat(new String(kept.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .doesNotContainIgnoringCase("zanzi");
  }
}
