package org.hotline115.callflow.contact;

import java.time.InstantSource;
import java.util.function.Function;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;

/** Wires the first-reception contact. */
public final class ContactFeature {

  private final OpenContact openContact;
  private final ChangeContact changeContact;
  private final ReadContacts readContacts;
  private final RenewContact renewContact;
  private final ContactOwners contactOwners;

  public ContactFeature(
      Database database, Cipher cipher, JdbcAuditTrail audit, InstantSource clock) {
    JdbcContacts contacts = new JdbcContacts(database, cipher, audit);
    this.contactOwners = new ContactOwners(contacts, clock);
    this.openContact = new OpenContact(contacts, contactOwners, clock);
    this.changeContact = new ChangeContact(contacts, clock);
    this.renewContact = new RenewContact(contacts, audit, clock);
    this.readContacts = new ReadContacts(contacts, audit, clock);
  }

  public OpenContact openContact() {
    return openContact;
  }

  /** Main makes it an observer of the calls. */
  public OpenOnAnswer openOnAnswer(CallRules rules, Function<Call, OpenContact.Keyed> keyed) {
    return new OpenOnAnswer(openContact, rules, keyed);
  }

  public ChangeContact changeContact() {
    return changeContact;
  }

  public RenewContact renewContact() {
    return renewContact;
  }

  public ContactOwners contactOwners() {
    return contactOwners;
  }

  public ReadContacts readContacts() {
    return readContacts;
  }
}
