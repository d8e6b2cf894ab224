package org.hotline115.callflow.request;

import java.time.Instant;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.placement.FileCode;
import org.jspecify.annotations.Nullable;

/** A household asks for one night. */
public record ShelterRequest(
    RequestId requestId,
    ContactId contactId,
    FileCode fileCode,
    NightOf nightOf,
    int persons,
    HouseholdType householdType,
    Instant requestedAt,
    RequestStatus status,
    @Nullable UnmetReason unmetReason) {}
