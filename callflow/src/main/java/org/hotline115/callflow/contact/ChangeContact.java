package org.hotline115.callflow.contact;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.call.CallId;
import org.jspecify.annotations.Nullable;

/**
 * Saves the fields that were just typed, and closes. Fails closed: a field that does not pass its
 * rule saves nothing. A change that stands there already is saved, whatever its version says: so a
 * click whose answer was lost can be sent again.
 */
public final class ChangeContact {

  private final JdbcContacts contacts;
  private final InstantSource clock;

  ChangeContact(JdbcContacts contacts, InstantSource clock) {
    this.contacts = contacts;
    this.clock = clock;
  }

  public ChangeResult change(
      ContactId id, int version, Map<String, @Nullable Object> changes, Session by) {
    Optional<Contact> found = contacts.find(id);
    if (found.isEmpty()) {
      return new ChangeResult.NotFound();
    }
    Contact current = found.get();
    if (!current.mayBeChangedBy(by)) {
      return new ChangeResult.NotYours();
    }
    ContactForm form = current.form();
    for (Map.Entry<String, @Nullable Object> change : changes.entrySet()) {
      Optional<ContactField> field = ContactField.byWireName(change.getKey());
      if (field.isEmpty()) {
        return new ChangeResult.FieldRefused(
            change.getKey(), "UNKNOWN_FIELD", "nobody knows this field");
      }
      try {
        form = form.with(field.get(), change.getValue());
      } catch (FieldRule.Refused refused) {
        return new ChangeResult.FieldRefused(
            change.getKey(), refused.code(), String.valueOf(refused.getMessage()));
      }
    }
    if (form.equals(current.form())) {
      return new ChangeResult.Saved(current.version(), current.savedAt());
    }
    if (!current.isOpen()) {
      return new ChangeResult.AlreadyClosed();
    }
    return saved(current, version, form, by);
  }

  private ChangeResult saved(Contact current, int version, ContactForm form, Session by) {
    if (current.version() != version) {
      return new ChangeResult.ChangedElsewhere(current);
    }
    Contact changed = current.with(form, now());
    return contacts.update(changed, event(changed, by, "CONTACT_CHANGED"))
        ? new ChangeResult.Saved(changed.version(), changed.savedAt())
        : new ChangeResult.ChangedElsewhere(contacts.find(current.id()).orElseThrow());
  }

  /** Closing a closed contact again is answered as the first time. */
  public CloseResult close(ContactId id, int version, Session by) {
    Optional<Contact> found = contacts.find(id);
    if (found.isEmpty()) {
      return new CloseResult.NotFound();
    }
    Contact current = found.get();
    if (!current.mayBeChangedBy(by)) {
      return new CloseResult.NotYours();
    }
    if (!current.isOpen()) {
      return new CloseResult.Closed(current);
    }
    if (current.version() != version) {
      return new CloseResult.ChangedElsewhere(current);
    }
    Optional<ContactField> missing = current.form().firstMissingCode();
    if (missing.isPresent()) {
      return new CloseResult.MissingCode(missing.get());
    }
    Contact closed = current.closed(now());
    return contacts.update(closed, event(closed, by, "CONTACT_CLOSED"))
        ? new CloseResult.Closed(closed)
        : new CloseResult.ChangedElsewhere(contacts.find(id).orElseThrow());
  }

  /** As PostgreSQL keeps it, so that what is answered now equals what is read later. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private AuditEvent event(Contact contact, Session by, String action) {
    CallId callId = contact.callId();
    return AuditEvent.of(clock.instant(), by.agent(), action, "CONTACT", contact.id())
        .inCall(callId == null ? null : callId.linkedid());
  }
}
