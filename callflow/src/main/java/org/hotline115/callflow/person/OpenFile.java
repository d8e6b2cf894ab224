package org.hotline115.callflow.person;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.access.Session;

/**
 * Opens a person's file, for a purpose that is checked. The audit row is written before anything is
 * shown; without it nothing is.
 */
public final class OpenFile {

  private final Purposes purposes;
  private final JdbcPersons persons;
  private final JdbcTimeline timelines;
  private final Alikes alikes;
  private final AuditTrail audit;
  private final InstantSource clock;

  OpenFile(
      Purposes purposes,
      JdbcPersons persons,
      JdbcTimeline timelines,
      Alikes alikes,
      AuditTrail audit,
      InstantSource clock) {
    this.purposes = purposes;
    this.persons = persons;
    this.timelines = timelines;
    this.alikes = alikes;
    this.audit = audit;
    this.clock = clock;
  }

  /** Empty when there is no purpose, and when there is no such person: one answer for both. */
  public Optional<PersonFile> open(PersonId id, Opening opening, Session by) {
    if (!purposes.allows(opening, id, by)) {
      return Optional.empty();
    }
    Optional<Person> person = persons.find(id);
    person.ifPresent(found ->
        audit.record(
            AuditEvent.of(
                    clock.instant(),
                    by.agent(),
                    "PERSON_OPENED_FOR_" + opening.purpose(),
                    "PERSON",
                    found.personId())
                .inCall(purposes.callOf(opening))));
    return person.map(found ->
        new PersonFile(
            found,
            timelines.of(found.personId()),
            alikes.of(found),
            alikes.mergedInto(found.personId())));
  }
}
