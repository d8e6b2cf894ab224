package org.hotline115.callflow.contact;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;

/**
 * "Same as yesterday": fills a contact with what the household asked for last time. The agent names
 * the contact, so nobody gets the family of whoever shares the telephone. Fails closed: only a
 * request of the same number, and looking into it leaves an audit row. Repeatable.
 */
public final class RenewContact {

  private final JdbcContacts contacts;
  private final AuditTrail audit;
  private final InstantSource clock;

  RenewContact(JdbcContacts contacts, AuditTrail audit, InstantSource clock) {
    this.contacts = contacts;
    this.audit = audit;
    this.clock = clock;
  }

  public RenewResult renew(ContactId id, int version, ContactId lastId, Session by) {
    Optional<Contact> found = contacts.find(id);
    if (found.isEmpty()) {
      return new RenewResult.NotFound();
    }
    Contact current = found.get();
    if (!current.mayBeChangedBy(by)) {
      return new RenewResult.NotYours();
    }
    if (!current.isOpen()) {
      return new RenewResult.AlreadyClosed();
    }
    Optional<Contact> last = contacts.find(lastId).filter(each -> isBefore(current, each));
    if (last.isEmpty()) {
      return new RenewResult.NothingToRenew();
    }
    audit.record(event(last.get(), by, "CONTACT_READ"));
    ContactForm form = current.form().renewedFrom(last.get().form(), formAtOpening(current));
    return form.equals(current.form())
        ? new RenewResult.Renewed(current)
        : saved(current, version, form, by);
  }

  private static boolean isBefore(Contact current, Contact last) {
    CallerKey caller = current.callerKey();
    return caller != null
        && caller.equals(last.callerKey())
        && last.openedAt().isBefore(current.openedAt())
        && (last.form().isAbout(ContactKind.SHELTER_REQUEST)
            || last.form().isAbout(ContactKind.RENEWAL));
  }

  /** What {@link OpenContact} filled in: whatever differs from it, the agent said in this call. */
  private ContactForm formAtOpening(Contact current) {
    ContactForm empty = ContactForm.atTheBeginning(ContactChannel.PHONE);
    CallerKey caller = current.callerKey();
    List<Contact> all =
        caller == null ? List.of() : contacts.ofCaller(caller, ReadContacts.EARLIER_MAX);
    return all.stream()
        .filter(each -> each.openedAt().isBefore(current.openedAt()))
        .findFirst()
        .map(newest -> empty.prefilledFrom(newest.form()))
        .orElse(empty);
  }

  private RenewResult saved(Contact current, int version, ContactForm form, Session by) {
    if (current.version() != version) {
      return new RenewResult.ChangedElsewhere(current);
    }
    Contact renewed = current.with(form, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return contacts.update(renewed, event(renewed, by, "CONTACT_RENEWED"))
        ? new RenewResult.Renewed(renewed)
        : new RenewResult.ChangedElsewhere(contacts.find(current.id()).orElseThrow());
  }

  private AuditEvent event(Contact contact, Session by, String action) {
    CallId callId = contact.callId();
    return AuditEvent.of(clock.instant(), by.agent(), action, "CONTACT", contact.id())
        .inCall(callId == null ? null : callId.linkedid());
  }
}
