package org.hotline115.callflow.person;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.Session;

/**
 * One person was noted twice: one file is read in the other's from now on. Nothing is moved, so
 * undoing it is exactly as before. Repeatable by the id of the merge.
 */
public final class MergePersons {

  private final Purposes purposes;
  private final JdbcPersons persons;
  private final JdbcMerges merges;
  private final InstantSource clock;

  MergePersons(Purposes purposes, JdbcPersons persons, JdbcMerges merges, InstantSource clock) {
    this.purposes = purposes;
    this.persons = persons;
    this.merges = merges;
    this.clock = clock;
  }

  /** {@code other} is read in the file of {@code id} from now on. */
  public PersonResult merge(
      MergeId mergeId, PersonId id, PersonId other, Opening opening, Session by) {
    if (!purposes.allows(opening, id, by)) {
      return new PersonResult.NoPurpose();
    }
    AuditEvent event = event(other, opening, by, "PERSON_MERGED");
    return switch (merges.merge(mergeId, id, other, event)) {
      case DONE -> noted(id);
      case NO_SUCH_PERSON -> new PersonResult.NoSuchPerson();
      case NOT_TWO_FILES -> new PersonResult.NotTwoFiles();
      case OTHER_MERGE -> new PersonResult.OtherThing();
    };
  }

  /** Undoing what is undone is done already. */
  public PersonResult undo(MergeId mergeId, PersonId id, Opening opening, Session by) {
    if (!purposes.allows(opening, id, by)) {
      return new PersonResult.NoPurpose();
    }
    return merges.undo(mergeId, id, event(id, opening, by, "PERSON_MERGE_UNDONE"))
        ? noted(id)
        : new PersonResult.NoSuchPerson();
  }

  private PersonResult noted(PersonId id) {
    Optional<Person> person = persons.find(id);
    return person.isPresent()
        ? new PersonResult.Noted(person.get())
        : new PersonResult.NoSuchPerson();
  }

  private AuditEvent event(PersonId id, Opening opening, Session by, String action) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return AuditEvent.of(now, by.agent(), action, "PERSON", id).inCall(purposes.callOf(opening));
  }
}
