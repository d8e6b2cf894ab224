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
    boolean changed =
        persons.change(id, version, details, event(id, opening, by, "PERSON_CHANGED"));
    Person now = persons.find(id).orElseThrow();
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
    AuditEvent event = event(id, opening, by, "PERSON_NUMBER_ADDED");
    if (!persons.addNumber(id, new NewNumber(numberId, key, safe, null), event)) {
      Optional<PersonNumber> same =
          known.get().numbers().stream().filter(each -> each.key().equals(key)).findFirst();
      if (same.isEmpty()) {
        return persons.find(id).orElseThrow().numbers().stream()
                .anyMatch(each -> each.key().equals(key))
            ? noted(id)
            : new PersonResult.OtherThing();
      }
      persons.changeNumber(
          id, same.get().numberId(), safe, event(id, opening, by, "PERSON_NUMBER_CHANGED"));
    }
    return noted(id);
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
    return persons.changeNumber(id, numberId, safe, event(id, opening, by, "PERSON_NUMBER_CHANGED"))
        ? noted(id)
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
    persons.removeNumber(id, numberId, event(id, opening, by, "PERSON_NUMBER_REMOVED"));
    return noted(id);
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
