package org.hotline115.callflow.contact;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Ids;
import org.jspecify.annotations.Nullable;

/** Opens the contact when an agent answers, or when somebody comes to the counter. */
public final class OpenContact {

  /** What is known when an agent answers. */
  public record Answered(
      CallId callId,
      AgentId agent,
      @Nullable CallerKey callerKey,
      @Nullable String language,
      Keyed keyed) {

    public Answered(
        CallId callId, AgentId agent, @Nullable CallerKey callerKey, @Nullable String language) {
      this(callId, agent, callerKey, language, Keyed.NOTHING);
    }
  }

  /**
   * What the person keyed before anybody could answer.
   *
   * @param people counts the children too
   * @param inseeCode the commune, when the postal code means one
   */
  public record Keyed(
      @Nullable Integer people, @Nullable Integer children, @Nullable String inseeCode) {

    public static final Keyed NOTHING = new Keyed(null, null, null);

    /** More than a form takes is a slip of the finger, and is asked anew. */
    private static final int BELIEVED_MAX = 50;

    /** Over what was said last time: it is newer. */
    ContactForm on(ContactForm form) {
      Integer minors = children == null || children > BELIEVED_MAX ? null : children;
      ContactForm placed = inseeCode == null ? form : form.with(ContactField.INSEE_CODE, inseeCode);
      ContactForm filled = minors == null ? placed : placed.with(ContactField.MINORS, minors);
      int adults = people == null ? -1 : people - (minors == null ? 0 : minors);
      return adults < 0 || adults > BELIEVED_MAX
          ? filled
          : filled.with(ContactField.ADULTS, adults);
    }
  }

  private final JdbcContacts contacts;
  private final ContactOwners owners;
  private final InstantSource clock;
  private final Ids ids;

  OpenContact(JdbcContacts contacts, ContactOwners owners, InstantSource clock) {
    this.contacts = contacts;
    this.owners = owners;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /**
   * One contact for one call, however often the answer is told. When another agent answers the same
   * call the open contact goes over to them.
   */
  public Contact forCall(Answered answered) {
    Optional<Contact> known = contacts.ofCall(answered.callId());
    if (known.isPresent()) {
      return handedOver(known.get(), answered);
    }
    Contact opened =
        opened(
            new ContactId(ids.next()),
            answered.agent(),
            answered.callId(),
            answered.callerKey(),
            answered.keyed().on(prefilled(answered.callerKey(), answered.language())));
    AuditEvent event = event(opened, answered.agent(), "CONTACT_OPENED");
    return contacts.insert(opened, event)
        ? opened
        : handedOver(contacts.ofCall(answered.callId()).orElseThrow(), answered);
  }

  /** Without a call: at the counter, by mail, from an outreach team. The client names it. */
  public Contact withoutCall(ContactId id, ContactChannel channel, AgentId agent) {
    Contact opened = opened(id, agent, null, null, ContactForm.atTheBeginning(channel));
    return contacts.insert(opened, event(opened, agent, "CONTACT_OPENED"))
        ? opened
        : contacts.find(id).orElseThrow();
  }

  private Contact opened(
      ContactId id,
      AgentId agent,
      @Nullable CallId callId,
      @Nullable CallerKey callerKey,
      ContactForm form) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Contact(id, callId, callerKey, agent, 1, now, now, null, form);
  }

  private ContactForm prefilled(@Nullable CallerKey callerKey, @Nullable String language) {
    ContactForm form = ContactForm.atTheBeginning(ContactChannel.PHONE);
    if (callerKey != null) {
      List<Contact> last = contacts.ofCaller(callerKey, 1);
      if (!last.isEmpty()) {
        form = form.prefilledFrom(last.getFirst().form());
      }
    }
    return form.with(ContactField.LANGUAGE, language == null ? "fr" : language);
  }

  private Contact handedOver(Contact contact, Answered answered) {
    if (!contact.isOpen() || contact.agent().equals(answered.agent())) {
      return contact;
    }
    Contact taken = contact.takenOverBy(answered.agent(), clock.instant());
    boolean updated = contacts.update(taken, event(taken, answered.agent(), "CONTACT_TAKEN_OVER"));
    owners.forget(contact.id());
    return updated ? taken : contacts.find(contact.id()).orElseThrow();
  }

  private AuditEvent event(Contact contact, AgentId by, String action) {
    CallId callId = contact.callId();
    return AuditEvent.of(clock.instant(), by, action, "CONTACT", contact.id())
        .inCall(callId == null ? null : callId.linkedid());
  }
}
