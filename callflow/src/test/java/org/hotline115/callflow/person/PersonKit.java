package org.hotline115.callflow.person;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.JdbcCallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactChannel;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.OpenContact;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;

/** Persons on a real PostgreSQL, and the contacts in which they are met. */
public abstract class PersonKit {

  protected static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  protected static final String MOBILE = "06 39 98 12 78";

  protected final TickingClock clock = new TickingClock();
  protected final Database database = TestServers.database();
  protected final Cipher cipher = new Cipher(List.of("a-secret-that-is-long-enough-for-a-test"));
  protected final Callers callers = CallerTestKit.callers();
  protected final CallerStore callerStore = new JdbcCallerStore(database, callers);
  protected final JdbcAuditTrail audit = new JdbcAuditTrail(database);
  protected final ContactFeature contacts = new ContactFeature(database, cipher, audit, clock);
  protected final PersonFeature feature =
      new PersonFeature(
          new PersonFeature.Ground(database, cipher, callers, audit, clock, PARIS),
          contacts.readContacts(),
          callerStore);
  protected final Session claire = session("claire", Role.LISTENER);
  protected final Session karim = session("karim", Role.LISTENER);
  private int calls;

  @AfterEach
  protected void close() {
    database.close();
  }

  protected final Session session(String agent, Role role) {
    return new Session(
        "00", new Account(new AgentId(agent), agent, role), clock.instant(), clock.instant());
  }

  /** Claire answers this number. */
  protected Contact calling(String number) {
    CallerIdentity identity = callers.identityOf(new PhoneNumber(e164(number)));
    CallerKey key = identity.key();
    callerStore.remember(key, identity.number(), clock.instant());
    return contacts
        .openContact()
        .forCall(
            new OpenContact.Answered(
                new CallId("hotline1-1763912345." + ++calls), claire.agent(), key, "fr"));
  }

  protected static String e164(String number) {
    return "+33" + number.replace(" ", "").substring(1);
  }

  protected Contact atTheCounter() {
    return contacts
        .openContact()
        .withoutCall(new ContactId(UUID.randomUUID()), ContactChannel.IN_PERSON, claire.agent());
  }

  protected void close(Contact contact) {
    contacts.changeContact().close(contact.id(), version(contact), claire);
  }

  protected int version(Contact contact) {
    return contacts.readContacts().codesOf(contact.id()).orElseThrow().version();
  }

  protected static Opening during(Contact contact) {
    return new Opening(Purpose.CALL, contact.id().value());
  }

  protected static PersonDetails named(String firstName, String lastName, Integer birthYear) {
    return new PersonDetails(firstName, lastName, "", birthYear, Gender.WOMAN, "fr", false);
  }

  protected static PersonDetails anonymous() {
    return new PersonDetails("", "", "", null, Gender.UNKNOWN, null, false);
  }

  /** Somebody new, met in this contact and linked to it. */
  protected Person met(Contact contact, PersonDetails details) {
    PersonId id = new PersonId(UUID.randomUUID());
    feature.keepPerson().add(id, details, during(contact), claire);
    return noted(feature.linkContact().link(contact.id(), id, claire));
  }

  protected static Person noted(PersonResult result) {
    if (result instanceof PersonResult.Noted(Person person)) {
      return person;
    }
    throw new AssertionError(result);
  }

  protected static WhoResult.Found found(WhoResult result) {
    if (result instanceof WhoResult.Found found) {
      return found;
    }
    throw new AssertionError(result);
  }

  protected List<String> auditRows() {
    return database.with(handle ->
        handle
            .createQuery(
                "SELECT actor || ' ' || action || coalesce(' ' || call_id, '') FROM audit_event"
                    + " WHERE action LIKE 'PERSON%' ORDER BY seq")
            .mapTo(String.class)
            .list());
  }
}
