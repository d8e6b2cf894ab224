package org.hotline115.callflow.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a list shows of a contact: codes only. */
public record ContactSummary(
    ContactId id,
    Instant openedAt,
    @Nullable Instant closedAt,
    List<String> kinds,
    @Nullable String result,
    @Nullable String householdType) {

  static ContactSummary of(Contact contact) {
    return new ContactSummary(
        contact.id(),
        contact.openedAt(),
        contact.closedAt(),
        contact.form().value(ContactField.KINDS).map(Contact::names).orElse(List.of()),
        contact.form().value(ContactField.RESULT).map(Object::toString).orElse(null),
        contact.form().value(ContactField.HOUSEHOLD_TYPE).map(Object::toString).orElse(null));
  }
}
