package org.hotline115.callflow.contact;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;

/** Looks at contacts. Opening one whole leaves an audit row; lists show codes only. */
public final class ReadContacts {

  public static final int EARLIER_MAX = 20;

  private final JdbcContacts contacts;
  private final AuditTrail audit;
  private final InstantSource clock;

  ReadContacts(JdbcContacts contacts, AuditTrail audit, InstantSource clock) {
    this.contacts = contacts;
    this.audit = audit;
    this.clock = clock;
  }

  public Optional<Contact> read(ContactId id, Session by) {
    Optional<Contact> found = contacts.find(id);
    found.ifPresent(contact -> {
      CallId callId = contact.callId();
      audit.record(
          AuditEvent.of(clock.instant(), by.agent(), "CONTACT_READ", "CONTACT", id)
              .inCall(callId == null ? null : callId.linkedid()));
    });
    return found;
  }

  /** For other features that only need the codes of the form: leaves no audit row. */
  public Optional<Contact> codesOf(ContactId id) {
    return contacts.find(id);
  }

  public Optional<Contact> ofCall(CallId id) {
    return contacts.ofCall(id);
  }

  /** Still to be finished, also after a restart. */
  public List<ContactSummary> openOf(AgentId agent) {
    return contacts.openOf(agent).stream().map(ContactSummary::of).toList();
  }

  /** The language that was written down last of who calls for himself from this number. */
  public Optional<String> languageOf(CallerKey key) {
    return contacts.languageOf(key);
  }

  /** The caller's last contacts, newest first. */
  public List<ContactSummary> earlierOf(CallerKey key) {
    return contacts.ofCaller(key, EARLIER_MAX).stream().map(ContactSummary::of).toList();
  }
}
