package org.hotline115.callflow.request;

import java.time.Instant;
import java.util.Set;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Ages;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.Wishes;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.priority.PriorityReason;
import org.hotline115.callflow.reference.OwnCode;
import org.jspecify.annotations.Nullable;

/**
 * A household asks for one night.
 *
 * @param contactId the contact that leads: the last one that spoke of it
 * @param waitingSince when the household first asked, also on an earlier night that stayed open
 * @param nightsWithout nights before this one, in a row, for which nothing was found
 * @param ownCode the house's finer reason, which counts as {@code unmetReason}
 * @param keepOpen it goes on for the next night if nothing is found
 * @param searchGoesOn the contact was closed and the search goes on
 */
public record ShelterRequest(
    RequestId requestId,
    ContactId contactId,
    FileCode fileCode,
    NightOf nightOf,
    int persons,
    HouseholdType householdType,
    Pets pets,
    Ages ages,
    Wishes wishes,
    Set<PriorityReason> reasons,
    Instant requestedAt,
    Instant waitingSince,
    int nightsWithout,
    RequestStatus status,
    @Nullable UnmetReason unmetReason,
    @Nullable OwnCode ownCode,
    Set<UnmetSubReason> unmetSubReasons,
    boolean keepOpen,
    boolean searchGoesOn) {

  public ShelterRequest {
    reasons = Set.copyOf(reasons);
    unmetSubReasons = Set.copyOf(unmetSubReasons);
  }

  /** As a search for a place asks of them. */
  public Household household() {
    return new Household(
        Math.min(persons, Household.PERSONS_MAX), householdType, pets, ages, wishes);
  }
}
