package org.hotline115.callflow.request;

import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.NeedCode;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.placement.Guests;
import org.hotline115.callflow.priority.PriorityReason;
import org.jspecify.annotations.Nullable;

/**
 * What a request freezes of its contact. A form half filled in is no error: children beyond the
 * household are taken as its members.
 *
 * @param callerKey who calls
 * @param householdKey who asks: the caller, unless one speaks for others, who may be many a night
 */
public record ContactFacts(
    ContactId contactId,
    @Nullable CallerKey callerKey,
    @Nullable CallerKey householdKey,
    int persons,
    int minors,
    int under3,
    HouseholdType householdType,
    Pets pets,
    String inseeCode,
    Set<NeedCode> needs) {

  public ContactFacts {
    minors = Math.max(0, minors);
    under3 = Math.clamp(under3, 0, minors);
    persons = Math.max(1, Math.max(persons, minors));
    needs = Set.copyOf(needs);
  }

  /** A form just opened says nothing yet, and must not overwrite what an earlier call said. */
  boolean isSaid() {
    return persons > 1
        || householdType != HouseholdType.UNKNOWN
        || pets != Pets.NONE
        || !needs.isEmpty();
  }

  /** What a site is told of them. */
  Guests guests() {
    return new Guests(persons, minors, under3, householdType, pets);
  }

  Set<PriorityReason> reasons() {
    return PriorityReason.of(householdType, under3, needs);
  }

  /** Who knows the contacts; wired to the contact feature. */
  public interface Source {
    Optional<ContactFacts> find(ContactId contactId);
  }
}
