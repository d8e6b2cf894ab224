package org.hotline115.gateway;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline115.callflow.contact.CallerKind;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactField;
import org.hotline115.callflow.contact.ContactForm;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.NeedCode;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.place.Household;
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
    return new ContactFacts(
        contact.id(),
        contact.callerKey(),
        asksForItself(form) ? contact.callerKey() : null,
        Household.of(form),
        form.value(ContactField.INSEE_CODE).map(Object::toString).orElse(Household.NOWHERE),
        needs(form));
  }

  /** A hospital or an outreach team calls for another household each time. */
  private static boolean asksForItself(ContactForm form) {
    return form.value(ContactField.CALLER_KIND)
        .map(kind ->
            switch (CallerKind.valueOf((String) kind)) {
              case SELF, RELATIVE, UNKNOWN -> true;
              case WITNESS,
                  SOCIAL_WORKER,
                  HOSPITAL,
                  POLICE_FIRE_SAMU,
                  OUTREACH_TEAM,
                  SHELTER_SITE,
                  ASSOCIATION,
                  ELECTED_OR_ADMIN,
                  OTHER ->
                  false;
            })
        .orElse(false);
  }

  private static Set<NeedCode> needs(ContactForm form) {
    return form.value(ContactField.NEEDS)
        .map(names -> ((List<?>) names).stream())
        .orElseGet(Stream::empty)
        .map(name -> NeedCode.valueOf((String) name))
        .collect(Collectors.toUnmodifiableSet());
  }
}
