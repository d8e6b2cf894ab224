package org.hotline115.gateway;

import java.util.Optional;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactField;
import org.hotline115.callflow.contact.ContactForm;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.request.ContactFacts;

/** What a request freezes of its contact's form: requests do not read forms themselves. */
public final class ContactFactsOfForm implements ContactFacts.Source {

  private final ReadContacts contacts;

  public ContactFactsOfForm(ReadContacts contacts) {
    this.contacts = contacts;
  }

  @Override
  public Optional<ContactFacts> find(ContactId contactId) {
    return contacts.codesOf(contactId).map(ContactFactsOfForm::of);
  }

  private static ContactFacts of(Contact contact) {
    ContactForm form = contact.form();
    int minors = number(form, ContactField.MINORS);
    return new ContactFacts(
        contact.id(),
        contact.callerKey(),
        number(form, ContactField.ADULTS) + minors,
        minors,
        number(form, ContactField.UNDER_3),
        form.householdType(),
        form.pets(),
        form.value(ContactField.INSEE_CODE).map(Object::toString).orElse("UNKNOWN"));
  }

  private static int number(ContactForm form, ContactField field) {
    return form.value(field).map(Integer.class::cast).orElse(0);
  }
}
