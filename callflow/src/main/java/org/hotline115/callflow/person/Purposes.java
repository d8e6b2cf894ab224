package org.hotline115.callflow.person;

import java.util.Optional;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ReadContacts;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody has a reason now to look at a person. Fails closed: a contact must be open and
 * one's own (or one's to supervise), a placement or an appointment must be this person's and not
 * over.
 */
public final class Purposes {

  private final ReadContacts contacts;
  private final JdbcPersons persons;

  Purposes(ReadContacts contacts, JdbcPersons persons) {
    this.contacts = contacts;
    this.persons = persons;
  }

  /** The contact in which a person may be looked for. */
  Optional<Contact> contact(ContactId id, Session by) {
    return contacts.codesOf(id).filter(contact -> contact.isOpen() && contact.mayBeChangedBy(by));
  }

  public boolean allows(Opening opening, PersonId person, Session by) {
    return switch (opening.purpose()) {
      case CALL -> contact(new ContactId(opening.subject()), by).isPresent();
      case PLACEMENT, APPOINTMENT -> persons.isExpected(person, opening);
    };
  }

  /** The call during which it is done, for the audit row. */
  public @Nullable String callOf(Opening opening) {
    if (opening.purpose() != Purpose.CALL) {
      return null;
    }
    return contacts
        .codesOf(new ContactId(opening.subject()))
        .map(Contact::callId)
        .map(Object::toString)
        .orElse(null);
  }
}
