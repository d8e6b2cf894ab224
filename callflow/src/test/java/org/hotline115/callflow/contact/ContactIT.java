package org.hotline115.callflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContactIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");
  private static final CallId CALL = new CallId("hotline1-1763912345.1");
  private static final CallerKey CALLER = new CallerKey("ab".repeat(32));

  private final TickingClock clock = new TickingClock();
  private final Database database = TestServers.database();
  private final JdbcAuditTrail audit = new JdbcAuditTrail(database);
  private final ContactFeature contacts = feature();

  private ContactFeature feature() {
    Cipher cipher = new Cipher(List.of("a-secret-that-is-long-enough-for-a-test"));
    return new ContactFeature(database, cipher, audit, clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void oneCallHasOneContactHoweverOftenTheAnswerIsTold() throws Exception {
    List<Future<Contact>> told = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        told.add(threads.submit(() -> contacts.openContact().forCall(answered(CLAIRE))));
      }
    }

    Set<ContactId> ids = new HashSet<>();
    for (Future<Contact> contact : told) {
      ids.add(contact.get().id());
    }
    assertThat(ids).hasSize(1);
    assertThat(count("SELECT count(*) FROM contact")).isEqualTo(1);
  }

  @Test
  void anOpenContactIsStillThereAfterARestart() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));

    assertThat(feature().readContacts().openOf(CLAIRE))
        .extracting(ContactSummary::contactId)
        .containsExactly(opened.id());
  }

  @Test
  void anotherAgentWhoAnswersTheSameCallTakesTheContactOver() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));

    Contact taken = contacts.openContact().forCall(answered(KARIM));

    assertThat(taken.id()).isEqualTo(opened.id());
    assertThat(contacts.readContacts().openOf(KARIM)).hasSize(1);
    assertThat(contacts.readContacts().openOf(CLAIRE)).isEmpty();
  }

  @Test
  void fieldsAreSavedAsTheyAreTyped() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));

    ChangeResult first = change(opened, 1, Map.of("adults", 4L, "noteText", "enceinte, l.1\nl.2"));
    clock.tick(Duration.ofSeconds(2));
    ChangeResult second = change(opened, 2, Map.of("kinds", List.of("TEST", "RENEWAL")));

    assertThat(first).isInstanceOf(ChangeResult.Saved.class);
    assertThat(second).isEqualTo(new ChangeResult.Saved(3, clock.instant()));
    ContactForm kept = read(opened).form();
    assertThat(kept.value(ContactField.NOTE_TEXT)).hasValue("enceinte, l.1\nl.2");
    assertThat(kept.value(ContactField.ADULTS)).hasValue(4);
    assertThat(kept.value(ContactField.KINDS)).hasValue(List.of("RENEWAL", "TEST"));
  }

  @Test
  void everyFieldOfTheFormIsKept() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));
    Map<String, Object> said = new HashMap<>();
    for (ContactField field : ContactField.values()) {
      said.put(field.wireName(), somethingElse(field));
    }

    change(opened, 1, said);

    assertThat(read(opened).form().byWireName()).isEqualTo(said);
  }

  /** What no form begins with, so that a column nobody writes is noticed. */
  private static Object somethingElse(ContactField field) {
    return switch (field.rule()) {
      case FieldRule.Code(var codes) -> last(codes).name();
      case FieldRule.Codes(var codes) -> List.of(last(codes).name());
      case FieldRule.Count(_, int max) -> max;
      case FieldRule.Flag() -> true;
      case FieldRule.Words words -> "mots";
      case FieldRule.Shape shape -> field == ContactField.LANGUAGE ? "prs" : "34172";
    };
  }

  private static Enum<?> last(Class<? extends Enum<?>> codes) {
    return codes.getEnumConstants()[codes.getEnumConstants().length - 1];
  }

  @Test
  void whatWasSaidInWordsIsNotReadableInTheTable() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));
    change(
        opened,
        1,
        Map.of("noteText", "zanzibar", "pseudonym", "zanzibar", "placeText", "zanzibar"));

    byte[] kept =
        database.with(handle ->
            handle
                .createQuery("SELECT note_text || pseudonym || place_text FROM contact")
                .mapTo(byte[].class)
                .one());

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("zanzi");
  }

  @Test
  void aChangeOnAnOldVersionShowsWhatStandsThereNow() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));
    change(opened, 1, Map.of("adults", 4L));

    ChangeResult result = change(opened, 1, Map.of("adults", 2L));

    assertThat(result)
        .isInstanceOfSatisfying(
            ChangeResult.ChangedElsewhere.class,
            changed -> assertThat(changed.current().form().value(ContactField.ADULTS)).hasValue(4));
  }

  @Test
  void aChangeWhoseAnswerWasLostMayBeSentAgain() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));
    change(opened, 1, Map.of("adults", 4L));

    assertThat(change(opened, 1, Map.of("adults", 4L)))
        .isEqualTo(new ChangeResult.Saved(2, clock.instant()));
  }

  @Test
  void ofManyChangesOnTheSameVersionExactlyOneIsSaved() throws Exception {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));
    List<Future<ChangeResult>> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long i = 2; i <= 21; i++) {
        Map<String, Object> changes = Map.of("adults", i);
        results.add(threads.submit(() -> change(opened, 1, changes)));
      }
    }

    int saved = 0;
    for (Future<ChangeResult> result : results) {
      saved += result.get() instanceof ChangeResult.Saved ? 1 : 0;
    }
    assertThat(saved).isEqualTo(1);
  }

  @Test
  void aRefusedFieldSavesNothing() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));

    assertThat(change(opened, 1, Map.of("adults", 99L)))
        .isEqualTo(new ChangeResult.FieldRefused("adults", "OUT_OF_RANGE", "from 0 to 50"));
    assertThat(change(opened, 1, Map.of("agent", "karim")))
        .isInstanceOf(ChangeResult.FieldRefused.class);
    assertThat(read(opened).version()).isEqualTo(1);
  }

  @Test
  void onlyTheAgentOrASupervisorChangesAContact() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));

    assertThat(
            contacts
                .changeContact()
                .change(opened.id(), 1, Map.of("adults", 4L), session(KARIM, Role.LISTENER)))
        .isEqualTo(new ChangeResult.NotYours());
    assertThat(
            contacts
                .changeContact()
                .change(opened.id(), 1, Map.of("adults", 4L), session(KARIM, Role.SUPERVISOR)))
        .isInstanceOf(ChangeResult.Saved.class);
  }

  @Test
  void closingNeedsTheSevenCodes() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));
    Map<String, Object> emptied = new HashMap<>();
    emptied.put("result", null);
    change(opened, 1, emptied);
    assertThat(contacts.changeContact().close(opened.id(), 2, session(CLAIRE, Role.LISTENER)))
        .isEqualTo(new CloseResult.MissingCode(ContactField.RESULT));
    change(opened, 2, Map.of("result", "SOLVED"));

    CloseResult closed =
        contacts.changeContact().close(opened.id(), 3, session(CLAIRE, Role.LISTENER));

    assertThat(closed).isInstanceOf(CloseResult.Closed.class);
    assertThat(contacts.changeContact().close(opened.id(), 3, session(CLAIRE, Role.LISTENER)))
        .isInstanceOf(CloseResult.Closed.class);
    assertThat(change(opened, 4, Map.of("adults", 3L))).isEqualTo(new ChangeResult.AlreadyClosed());
    assertThat(contacts.readContacts().openOf(CLAIRE)).isEmpty();
  }

  @Test
  void theNextContactOfTheSameCallerIsPrefilled() {
    Contact first = contacts.openContact().forCall(answered(CLAIRE));
    change(first, 1, Map.of("householdType", "WOMAN_WITH_CHILD", "adults", 1L, "pets", "DOG"));
    clock.tick(Duration.ofMinutes(20));

    Contact second =
        contacts
            .openContact()
            .forCall(new OpenContact.Answered(new CallId("hotline1-2.2"), KARIM, CALLER, "en"));

    assertThat(second.form().householdType()).isEqualTo(HouseholdType.WOMAN_WITH_CHILD);
    assertThat(second.form().pets()).isEqualTo(Pets.DOG);
    assertThat(second.form().language()).isEqualTo("en");
    assertThat(contacts.readContacts().earlierOf(CALLER))
        .extracting(ContactSummary::contactId)
        .containsExactly(second.id(), first.id());
  }

  @Test
  void everyChangeAndEveryReadingLeavesAnAuditRow() {
    Contact opened = contacts.openContact().forCall(answered(CLAIRE));
    change(opened, 1, Map.of("noteText", "secret words"));
    contacts.readContacts().read(opened.id(), session(KARIM, Role.LISTENER));
    contacts.changeContact().close(opened.id(), 2, session(CLAIRE, Role.LISTENER));

    List<String> rows =
        database.with(handle ->
            handle
                .createQuery(
                    "SELECT actor || ' ' || action || ' ' || call_id FROM audit_event"
                        + " ORDER BY seq")
                .mapTo(String.class)
                .list());
    assertThat(rows)
        .containsExactly(
            "claire CONTACT_OPENED " + CALL,
            "claire CONTACT_CHANGED " + CALL,
            "karim CONTACT_READ " + CALL,
            "claire CONTACT_CLOSED " + CALL);
    assertThat(audit.firstBrokenLink()).isEmpty();
  }

  private static OpenContact.Answered answered(AgentId agent) {
    return new OpenContact.Answered(CALL, agent, CALLER, "fr");
  }

  private ChangeResult change(Contact contact, int version, Map<String, Object> changes) {
    return contacts
        .changeContact()
        .change(contact.id(), version, changes, session(CLAIRE, Role.LISTENER));
  }

  private Contact read(Contact contact) {
    return contacts.readContacts().read(contact.id(), session(CLAIRE, Role.LISTENER)).orElseThrow();
  }

  private Session session(AgentId agent, Role role) {
    return new Session(
        "00", new Account(agent, agent.value(), role), clock.instant(), clock.instant());
  }

  private int count(String sql) {
    return database.with(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
