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
abstract class PersonKit {

  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final String MOBILE = "06 39 98 12 78";

  final TickingClock clock = new TickingClock();
  final Database database = TestServers.database();
  final Cipher cipher = new Cipher(List.of("a-secret-that-is-long-enough-for-a-test"));
  final Callers callers = CallerTestKit.callers();
  final CallerStore callerStore = new JdbcCallerStore(database, callers);
  final JdbcAuditTrail audit = new JdbcAuditTrail(database);
  final ContactFeature contacts = new ContactFeature(database, cipher, audit, clock);
  final PersonFeature feature =
      new PersonFeature(
          new PersonFeature.Ground(database, cipher, callers, audit, clock, PARIS),
          contacts.readContacts(),
          callerStore);
  final Session claire = session("claire", Role.LISTENER);
  final Session karim = session("karim", Role.LISTENER);
  private int calls;

  @AfterEach
  void close() {
    database.close();
  }

  Session session(String agent, Role role) {
    return new Session(
        "00", new Account(new AgentId(agent), agent, role), clock.instant(), clock.instant());
  }

  /** Claire answers this number. */
  Contact calling(String number) {
    CallerIdentity identity = callers.identityOf(new PhoneNumber(e164(number)));
    CallerKey key = identity.key();
    callerStore.remember(key, identity.number(), clock.instant());
    return contacts
        .openContact()
        .forCall(
            new OpenContact.Answered(
                new CallId("hotline1-1763912345." + ++calls), claire.agent(), key, "fr"));
  }

  static String e164(String number) {
    return "+33" + number.replace(" ", "").substring(1);
  }

  Contact atTheCounter() {
    return contacts
        .openContact()
        .withoutCall(new ContactId(UUID.randomUUID()), ContactChannel.IN_PERSON, claire.agent());
  }

  void close(Contact contact) {
    contacts.changeContact().close(contact.id(), version(contact), claire);
  }

  int version(Contact contact) {
    return contacts.readContacts().codesOf(contact.id()).orElseThrow().version();
  }

  static Opening during(Contact contact) {
    return new Opening(Purpose.CALL, contact.id().value());
  }

  static PersonDetails named(String firstName, String lastName, Integer birthYear) {
    return new PersonDetails(firstName, lastName, "", birthYear, Gender.WOMAN, "fr", false);
  }

  static PersonDetails anonymous() {
    return new PersonDetails("", "", "", null, Gender.UNKNOWN, null, false);
  }

  /** Somebody new, met in this contact and linked to it. */
  Person met(Contact contact, PersonDetails details) {
    PersonId id = new PersonId(UUID.randomUUID());
    feature.keepPerson().add(id, details, during(contact), claire);
    return noted(feature.linkContact().link(contact.id(), id, claire));
  }

  static Person noted(PersonResult result) {
    if (result instanceof PersonResult.Noted(Person person)) {
      return person;
    }
    throw new AssertionError(result);
  }

  static WhoResult.Found found(WhoResult result) {
    if (result instanceof WhoResult.Found found) {
      return found;
    }
    throw new AssertionError(result);
  }

  List<String> auditRows() {
    return database.with(handle ->
        handle
            .createQuery(
                "SELECT actor || ' ' || action || coalesce(' ' || call_id, '') FROM audit_event"
                    + " WHERE action LIKE 'PERSON%' ORDER BY seq")
            .mapTo(String.class)
            .list());
  }
}
