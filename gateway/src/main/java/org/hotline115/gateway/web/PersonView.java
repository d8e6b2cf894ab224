package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.person.FoundPerson;
import org.hotline115.callflow.person.Gender;
import org.hotline115.callflow.person.IdentityQuality;
import org.hotline115.callflow.person.NumberId;
import org.hotline115.callflow.person.Person;
import org.hotline115.callflow.person.PersonDetails;
import org.hotline115.callflow.person.PersonId;
import org.hotline115.callflow.person.PersonNumber;
import org.jspecify.annotations.Nullable;

/** A person on the wire. */
record PersonView(
    PersonId personId,
    String code,
    int version,
    IdentityQuality identityQuality,
    String firstName,
    String lastName,
    String pseudonym,
    @Nullable Integer birthYear,
    Gender gender,
    @Nullable String language,
    boolean refused,
    List<NumberView> numbers,
    Instant changedAt) {

  record NumberView(
      NumberId numberId,
      String masked,
      @Nullable Boolean safeToText,
      @Nullable Boolean safeToCall,
      boolean shared,
      Instant addedAt) {

    static NumberView of(PersonNumber number) {
      return new NumberView(
          number.numberId(),
          number.masked(),
          number.safeToText(),
          number.safeToCall(),
          number.isShared(),
          number.addedAt());
    }
  }

  /** One line of a list. */
  record FoundView(
      PersonId personId,
      String code,
      String firstName,
      String lastName,
      String pseudonym,
      @Nullable Integer birthYear,
      @Nullable Instant lastContactAt,
      List<FoundPerson.Why> why) {

    static FoundView of(FoundPerson found) {
      PersonDetails details = found.details();
      return new FoundView(
          found.personId(),
          found.code().value(),
          details.firstName(),
          details.lastName(),
          details.pseudonym(),
          details.birthYear(),
          found.lastContactAt(),
          found.why().stream().sorted().toList());
    }
  }

  static PersonView of(Person person) {
    PersonDetails details = person.details();
    return new PersonView(
        person.personId(),
        person.code().value(),
        person.version(),
        details.identityQuality(),
        details.firstName(),
        details.lastName(),
        details.pseudonym(),
        details.birthYear(),
        details.gender(),
        details.language(),
        details.refused(),
        person.numbers().stream().map(NumberView::of).toList(),
        person.changedAt());
  }
}
