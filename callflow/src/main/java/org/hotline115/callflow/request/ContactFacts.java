package org.hotline115.callflow.request;

import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.NeedCode;
import org.hotline115.callflow.place.Household;
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
    Household household,
    String inseeCode,
    Set<NeedCode> needs) {

  public ContactFacts {
    needs = Set.copyOf(needs);
  }

  /** A form just opened says nothing yet, and must not overwrite what an earlier call said. */
  boolean isSaid() {
    return !household.equals(Household.ANYBODY.from(household.wishes().fromInsee()))
        || !needs.isEmpty();
  }

  int minors() {
    return Math.min(household.ages().minors(), household.persons());
  }

  int under3() {
    return Math.min(household.ages().under3(), minors());
  }

  /** What a site is told of them. */
  Guests guests() {
    return new Guests(
        household.persons(), minors(), under3(), household.householdType(), household.pets());
  }

  Set<PriorityReason> reasons() {
    return PriorityReason.of(household.householdType(), under3(), needs);
  }

  /** Who knows the contacts; wired to the contact feature. */
  public interface Source {
    Optional<ContactFacts> find(ContactId contactId);
  }
}
