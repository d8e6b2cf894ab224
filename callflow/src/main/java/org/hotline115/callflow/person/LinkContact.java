package org.hotline115.callflow.person;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.CallerKind;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactField;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.store.Ids;

/**
 * Says who a contact is with, or that it is with nobody in particular. A number becomes the
 * person's when they call for themselves, and goes with the link that brought it. Repeatable.
 */
public final class LinkContact {

  private final Purposes purposes;
  private final JdbcPersons persons;
  private final InstantSource clock;
  private final Ids ids;

  LinkContact(Purposes purposes, JdbcPersons persons, InstantSource clock) {
    this.purposes = purposes;
    this.persons = persons;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  public PersonResult link(ContactId id, PersonId personId, Session by) {
    Optional<Contact> contact = purposes.contact(id, by);
    if (contact.isEmpty()) {
      return new PersonResult.NoPurpose();
    }
    Optional<Person> person = persons.find(personId);
    if (person.isEmpty()) {
      return new PersonResult.NoSuchPerson();
    }
    PersonId file = person.get().personId();
    persons.link(id, file, ownNumber(contact.get()), event(contact.get(), by, "PERSON_LINKED"));
    return new PersonResult.Noted(persons.find(file).orElseThrow());
  }

  private Optional<NewNumber> ownNumber(Contact contact) {
    CallerKey key = contact.callerKey();
    boolean callsForThemselves =
        contact
            .form()
            .value(ContactField.CALLER_KIND)
            .filter(CallerKind.SELF.name()::equals)
            .isPresent();
    return key == null || !callsForThemselves
        ? Optional.empty()
        : Optional.of(new NewNumber(new NumberId(ids.next()), key, Safety.NOT_ASKED, contact.id()));
  }

  /** False when the contact is no purpose; unlinking nobody is done already. */
  public boolean unlink(ContactId id, Session by) {
    Optional<Contact> contact = purposes.contact(id, by);
    contact.ifPresent(open -> persons.unlink(id, event(open, by, "PERSON_UNLINKED")));
    return contact.isPresent();
  }

  private AuditEvent event(Contact contact, Session by, String action) {
    CallId callId = contact.callId();
    return AuditEvent.of(clock.instant(), by.agent(), action, "CONTACT", contact.id())
        .inCall(callId == null ? null : callId.linkedid());
  }
}
