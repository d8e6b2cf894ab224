package org.hotline115.callflow.request;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Ages;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.Wishes;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.priority.PriorityReason;
import org.jspecify.annotations.Nullable;

/** Invented households that tests share. */
public final class RequestSamples {

  private RequestSamples() {}

  /** A man alone who calls for himself; without a key he gave no number. */
  public static ContactFacts man(ContactId contact, @Nullable CallerKey key, Pets pets) {
    return new ContactFacts(
        contact,
        key,
        key,
        new Household(1, HouseholdType.MAN_ALONE, pets).from("34172"),
        "34172",
        Set.of());
  }

  /** Those who call for somebody else. */
  public static ContactFacts household(ContactId contact, Household household) {
    return new ContactFacts(contact, null, null, household, Household.NOWHERE, Set.of());
  }

  public static ContactId contact() {
    return new ContactId(UUID.randomUUID());
  }

  public static ShelterRequest waiting(
      NightOf night, Instant waitingSince, int nightsWithout, PriorityReason... reasons) {
    return new ShelterRequest(
        new RequestId(UUID.randomUUID()),
        contact(),
        new FileCode("A4F7"),
        night,
        1,
        HouseholdType.MAN_ALONE,
        Pets.NONE,
        Ages.UNKNOWN,
        Wishes.NONE,
        Set.of(reasons),
        waitingSince,
        waitingSince,
        nightsWithout,
        RequestStatus.OPEN,
        null,
        null,
        Set.of(),
        false,
        false);
  }
}
