package org.hotline115.callflow.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.callflow.store.TestWire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose contact it is, also while PostgreSQL is away. */
class ContactOwnersIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");
  private static final CallId CALL = new CallId("hotline1-1795352221.7");

  private Instant now = Instant.parse("2026-11-23T20:00:00Z");
  private TestWire wire;
  private Database database;
  private ContactFeature contacts;

  @BeforeEach
  void openADatabase() {
    Database.Settings settings = TestServers.emptyDatabase();
    wire = TestWire.to(settings);
    database = new Database(wire.through(settings));
    database.migrate();
    contacts = feature();
  }

  private ContactFeature feature() {
    return new ContactFeature(
        database,
        new Cipher(List.of("a-cipher-secret-only-for-tests-00000")),
        new JdbcAuditTrail(database),
        () -> now);
  }

  @AfterEach
  void closeTheDatabase() {
    database.close();
    wire.close();
  }

  private Contact answeredBy(AgentId agent) {
    return contacts.openContact().forCall(new OpenContact.Answered(CALL, agent, null, "fr"));
  }

  @Test
  void anOwnerIsFoundWithTheCallAndNobodyOwnsWhatIsNotThere() {
    Contact contact = answeredBy(CLAIRE);
    assertThat(contacts.contactOwners().of(contact.id()))
        .contains(new ContactOwners.Owner(CLAIRE, CALL));
    assertThat(contacts.contactOwners().of(new ContactId(UUID.randomUUID()))).isEmpty();
  }

  @Test
  void whoTakesOverIsTheOwnerAtOnceHereAndSoonElsewhere() {
    Contact contact = answeredBy(CLAIRE);
    ContactOwners elsewhere = feature().contactOwners();
    contacts.contactOwners().of(contact.id());
    elsewhere.of(contact.id());

    answeredBy(KARIM);

    assertThat(contacts.contactOwners().of(contact.id()).orElseThrow().agent()).isEqualTo(KARIM);
    assertThat(elsewhere.of(contact.id()).orElseThrow().agent()).isEqualTo(CLAIRE);
    assertThat(elsewhere.afresh(contact.id()).orElseThrow().agent())
        .as("before anybody is refused")
        .isEqualTo(KARIM);
    now = now.plus(ContactOwners.BELIEVED);
    assertThat(elsewhere.of(contact.id()).orElseThrow().agent()).isEqualTo(KARIM);
  }

  @Test
  void whatWasKnownIsBelievedWhileTheRecordsAreAway() {
    Contact contact = answeredBy(CLAIRE);
    contacts.contactOwners().of(contact.id());
    wire.cut();
    now = now.plus(Duration.ofMinutes(10));

    assertThat(contacts.contactOwners().of(contact.id()))
        .contains(new ContactOwners.Owner(CLAIRE, CALL));
    assertThatThrownBy(() -> contacts.contactOwners().of(new ContactId(UUID.randomUUID())))
        .isInstanceOf(RecordsAway.class);
  }
}
