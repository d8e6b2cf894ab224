package org.hotline115.callflow.request;

import java.util.Optional;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.placement.Guests;
import org.jspecify.annotations.Nullable;

/**
 * What a request freezes of its contact. A form half filled in is no error: children beyond the
 * household are taken as its members.
 */
public record ContactFacts(
    ContactId contactId,
    @Nullable CallerKey callerKey,
    int persons,
    int minors,
    int under3,
    HouseholdType householdType,
    Pets pets,
    String inseeCode) {

  public ContactFacts {
    minors = Math.max(0, minors);
    under3 = Math.clamp(under3, 0, minors);
    persons = Math.max(1, Math.max(persons, minors));
  }

  /** What a site is told of them. */
  Guests guests() {
    return new Guests(persons, minors, under3, householdType, pets);
  }

  /** Who knows the contacts; wired to the contact feature. */
  public interface Source {
    Optional<ContactFacts> find(ContactId contactId);
  }
}
