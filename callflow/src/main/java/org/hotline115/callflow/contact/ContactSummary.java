package org.hotline115.callflow.contact;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.jspecify.annotations.Nullable;

/** What a list shows of a contact: codes only. */
public record ContactSummary(
    ContactId contactId,
    @Nullable CallId callId,
    @Nullable CallerKey callerKey,
    AgentId agent,
    Instant openedAt,
    @Nullable Instant closedAt,
    List<String> kinds,
    @Nullable String channel,
    @Nullable String nextStep,
    @Nullable String result,
    @Nullable String householdType) {

  static ContactSummary of(Contact contact) {
    return new ContactSummary(
        contact.id(),
        contact.callId(),
        contact.callerKey(),
        contact.agent(),
        contact.openedAt(),
        contact.closedAt(),
        contact.form().value(ContactField.KINDS).map(Contact::names).orElse(List.of()),
        code(contact, ContactField.CHANNEL),
        code(contact, ContactField.NEXT_STEP),
        code(contact, ContactField.RESULT),
        code(contact, ContactField.HOUSEHOLD_TYPE));
  }

  private static @Nullable String code(Contact contact, ContactField field) {
    return contact.form().value(field).map(Object::toString).orElse(null);
  }
}
