package org.hotline115.callflow.person;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.SealedNumber;

/** Writes down who somebody is and where they can be reached. Every command may be sent again. */
public final class KeepPerson {

  private final Purposes purposes;
  private final JdbcPersons persons;
  private final Callers callers;
  private final CallerStore callerStore;
  private final InstantSource clock;

  KeepPerson(
      Purposes purposes,
      JdbcPersons persons,
      Callers callers,
      CallerStore callerStore,
      InstantSource clock) {
    this.purposes = purposes;
    this.persons = persons;
    this.callers = callers;
    this.callerStore = callerStore;
    this.clock = clock;
  }

  public PersonResult add(PersonId id, PersonDetails details, Opening opening, Session by) {
    if (opening.purpose() != Purpose.CALL || !purposes.allows(opening, id, by)) {
      return new PersonResult.NoPurpose();
    }
    boolean added = persons.add(id, details, event(id, opening, by, "PERSON_ADDED"));
    Person kept = persons.find(id).orElseThrow();
    boolean isTheSame = kept.createdBy().equals(by.agent()) && kept.details().equals(details);
    return added || isTheSame ? new PersonResult.Noted(kept) : new PersonResult.OtherThing();
  }

  /** A change that stands there already is noted, whatever its version says. */
  public PersonResult change(
      PersonId id, int version, PersonDetails details, Opening opening, Session by) {
    if (!purposes.allows(opening, id, by)) {
      return new PersonResult.NoPurpose();
    }
    Optional<Person> known = persons.find(id);
    if (known.isEmpty()) {
      return new PersonResult.NoSuchPerson();
    }
    if (known.get().details().equals(details)) {
      return new PersonResult.Noted(known.get());
    }
    PersonId file = known.get().personId();
    boolean changed =
        persons.change(file, version, details, event(file, opening, by, "PERSON_CHANGED"));
    Person now = persons.find(file).orElseThrow();
    return changed ? new PersonResult.Noted(now) : new PersonResult.ChangedElsewhere(now);
  }

  /** The same number again changes nothing but what is said of it. */
  public PersonResult addNumber(
      PersonId id, NumberId numberId, String written, Safety safe, Opening opening, Session by) {
    if (!purposes.allows(opening, id, by)) {
      return new PersonResult.NoPurpose();
    }
    Optional<Person> known = persons.find(id);
    if (known.isEmpty()) {
      return new PersonResult.NoSuchPerson();
    }
    Optional<CallerIdentity> identity = callers.written(written);
    CallerKey key = identity.map(CallerIdentity::key).orElse(null);
    SealedNumber number = identity.map(CallerIdentity::number).orElse(null);
    if (key == null || number == null) {
      return new PersonResult.NoNumber();
    }
    callerStore.remember(key, number, now());
    return known.get().numbers().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .map(same -> said(known.get(), same, safe, opening, by))
        .orElseGet(() -> added(known.get(), new NewNumber(numberId, key, safe, null), opening, by));
  }

  /** They have it already; saying nothing of it changes nothing. */
  private PersonResult said(
      Person person, PersonNumber same, Safety safe, Opening opening, Session by) {
    if (!safe.equals(Safety.NOT_ASKED)) {
      persons.changeNumber(
          person.personId(),
          same.numberId(),
          safe,
          event(person.personId(), opening, by, "PERSON_NUMBER_CHANGED"));
    }
    return noted(person.personId());
  }

  private PersonResult added(Person person, NewNumber number, Opening opening, Session by) {
    PersonId id = person.personId();
    persons.addNumber(id, number, event(id, opening, by, "PERSON_NUMBER_ADDED"));
    Person now = persons.find(id).orElseThrow();
    boolean isThere = now.numbers().stream().anyMatch(each -> each.key().equals(number.key()));
    return isThere ? new PersonResult.Noted(now) : new PersonResult.OtherThing();
  }

  public PersonResult changeNumber(
      PersonId id, NumberId numberId, Safety safe, Opening opening, Session by) {
    if (!purposes.allows(opening, id, by)) {
      return new PersonResult.NoPurpose();
    }
    Optional<Person> known = persons.find(id);
    if (known.isEmpty()) {
      return new PersonResult.NoSuchPerson();
    }
    PersonId file = known.get().personId();
    return persons.changeNumber(
            file, numberId, safe, event(file, opening, by, "PERSON_NUMBER_CHANGED"))
        ? noted(file)
        : new PersonResult.NoSuchPerson();
  }

  /** Taking away what is not there is done already. */
  public PersonResult removeNumber(PersonId id, NumberId numberId, Opening opening, Session by) {
    if (!purposes.allows(opening, id, by)) {
      return new PersonResult.NoPurpose();
    }
    Optional<Person> known = persons.find(id);
    if (known.isEmpty()) {
      return new PersonResult.NoSuchPerson();
    }
    PersonId file = known.get().personId();
    persons.removeNumber(file, numberId, event(file, opening, by, "PERSON_NUMBER_REMOVED"));
    return noted(file);
  }

  private PersonResult noted(PersonId id) {
    return new PersonResult.Noted(persons.find(id).orElseThrow());
  }

  private AuditEvent event(PersonId id, Opening opening, Session by, String action) {
    return AuditEvent.of(now(), by.agent(), action, "PERSON", id).inCall(purposes.callOf(opening));
  }

  /** As PostgreSQL keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
