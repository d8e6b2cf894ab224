package org.hotline115.callflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Same as yesterday": what is taken over, what is asked anew, and from whom nothing is taken. */
class RenewIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId KARIM = new AgentId("karim");
  private static final CallerKey CALLER = new CallerKey("ab".repeat(32));
  private static final CallerKey SOMEBODY_ELSE = new CallerKey("cd".repeat(32));
  private static final Map<String, Object> YESTERDAY =
      Map.ofEntries(
          Map.entry("pseudonym", "Mme K."),
          Map.entry("householdType", "WOMAN_WITH_CHILD"),
          Map.entry("minors", 2L),
          Map.entry("under3", 1L),
          Map.entry("cots", 1L),
          Map.entry("reducedMobility", true),
          Map.entry("inseeCode", "34172"),
          Map.entry("needs", List.of("NIGHT_SHELTER", "BABY_SUPPLIES")),
          Map.entry("placeText", "gare, quai B"),
          Map.entry("lastNight", "STATION_HALL"),
          Map.entry("smsAgreed", true),
          Map.entry("noteText", "elle tousse"),
          Map.entry("nextStep", "SHELTER_SEARCH"));

  private final TickingClock clock = new TickingClock();
  private final Database database = TestServers.database();
  private final JdbcAuditTrail audit = new JdbcAuditTrail(database);
  private final ContactFeature contacts =
      new ContactFeature(
          database, new Cipher(List.of("a-secret-that-is-long-enough-for-a-test")), audit, clock);
  private int calls;

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoTheyAreAndWhatTheyNeedIsTakenOver() {
    Contact yesterday = said(contact(CALLER), YESTERDAY);
    Contact tonight = contact(CALLER);

    ContactForm form = renewed(tonight, yesterday).form();

    assertThat(form.value(ContactField.PSEUDONYM)).hasValue("Mme K.");
    assertThat(form.householdType()).isEqualTo(HouseholdType.WOMAN_WITH_CHILD);
    assertThat(form.number(ContactField.MINORS)).hasValue(2);
    assertThat(form.number(ContactField.COTS)).hasValue(1);
    assertThat(form.flag(ContactField.REDUCED_MOBILITY)).isTrue();
    assertThat(form.value(ContactField.INSEE_CODE)).hasValue("34172");
    assertThat(form.value(ContactField.NEEDS)).hasValue(List.of("BABY_SUPPLIES", "NIGHT_SHELTER"));
    assertThat(form.isAbout(ContactKind.RENEWAL)).isTrue();
    assertThat(form.isAbout(ContactKind.SHELTER_REQUEST)).isTrue();
  }

  @Test
  void whatIsAnotherQuestionEachNightIsNot() {
    Contact yesterday = said(contact(CALLER), YESTERDAY);
    Contact tonight = contact(CALLER);

    ContactForm form = renewed(tonight, yesterday).form();

    assertThat(form.smsAgreed()).as("agreement to a text").isFalse();
    assertThat(form.value(ContactField.PLACE_TEXT)).as("where exactly").isEmpty();
    assertThat(form.value(ContactField.LAST_NIGHT)).isEmpty();
    assertThat(form.value(ContactField.NOTE_TEXT)).isEmpty();
    assertThat(form.value(ContactField.NEXT_STEP)).hasValue("NONE_NEEDED");
  }

  @Test
  void whatTheAgentHeardInThisCallIsNotFilledOver() {
    Contact yesterday = said(contact(CALLER), YESTERDAY);
    Contact tonight = said(contact(CALLER), Map.of("minors", 3L, "pseudonym", "Mme Kaci"));

    ContactForm form = renewed(tonight, yesterday).form();

    assertThat(form.number(ContactField.MINORS)).hasValue(3);
    assertThat(form.value(ContactField.PSEUDONYM)).hasValue("Mme Kaci");
    assertThat(form.number(ContactField.UNDER_3)).hasValue(1);
  }

  /** Two households share one telephone; the agent chose the one that did not call last. */
  @Test
  void theChosenHouseholdIsTakenWholeThoughAnotherOneCalledLater() {
    Contact hers = said(contact(CALLER), YESTERDAY);
    said(contact(CALLER), Map.of("householdType", "MAN_ALONE", "pets", "DOG", "adults", 1L));
    Contact tonight = contact(CALLER);
    assertThat(tonight.form().householdType()).isEqualTo(HouseholdType.MAN_ALONE);

    ContactForm form = renewed(tonight, hers).form();

    assertThat(form.householdType()).isEqualTo(HouseholdType.WOMAN_WITH_CHILD);
    assertThat(form.number(ContactField.MINORS)).hasValue(2);
    assertThat(form.pets()).isEqualTo(Pets.NONE);
  }

  @Test
  void nothingIsTakenFromAnotherNumberAnotherMatterOrAnotherDay() {
    Contact stranger = said(contact(SOMEBODY_ELSE), YESTERDAY);
    Contact advice = said(contact(CALLER), Map.of("kinds", List.of("RIGHTS_INFORMATION")));
    Contact hidden = said(contact(null), YESTERDAY);
    Contact tonight = contact(CALLER);
    Contact later = said(contact(CALLER), YESTERDAY);
    Contact alsoHidden = contact(null);

    for (Contact wrong : List.of(stranger, advice, hidden, later, tonight)) {
      assertThat(renew(tonight, wrong, CLAIRE)).isEqualTo(new RenewResult.NothingToRenew());
    }
    assertThat(renew(alsoHidden, hidden, CLAIRE)).isEqualTo(new RenewResult.NothingToRenew());
    assertThat(read(tonight)).isEqualTo(tonight);
    assertThat(auditOf("CONTACT_READ")).isEmpty();
  }

  @Test
  void theSameAgainChangesNothingAndALostAnswerMayBeAskedForAgain() {
    Contact yesterday = said(contact(CALLER), YESTERDAY);
    Contact tonight = contact(CALLER);

    Contact first = renewed(tonight, yesterday);
    Contact again = renewed(tonight, yesterday);

    assertThat(again).isEqualTo(first);
    assertThat(again.version()).isEqualTo(2);
    assertThat(auditOf("CONTACT_RENEWED")).containsExactly(tonight.id().toString());
  }

  @Test
  void everyLookBackLeavesAnAuditRowOfTheContactThatWasLookedInto() {
    Contact yesterday = said(contact(CALLER), YESTERDAY);
    Contact tonight = contact(CALLER);

    renewed(tonight, yesterday);

    assertThat(auditOf("CONTACT_READ")).containsExactly(yesterday.id().toString());
    assertThat(audit.firstBrokenLink()).isEmpty();
  }

  @Test
  void aColleagueAnOldVersionAndAClosedContactAreRefused() {
    Contact yesterday = said(contact(CALLER), YESTERDAY);
    Contact tonight = contact(CALLER);
    assertThat(renew(tonight, yesterday, KARIM)).isEqualTo(new RenewResult.NotYours());
    said(tonight, Map.of("adults", 2L));
    assertThat(renew(tonight, yesterday, CLAIRE)).isInstanceOf(RenewResult.ChangedElsewhere.class);

    contacts.changeContact().close(tonight.id(), 2, session(CLAIRE));

    assertThat(renew(tonight, yesterday, CLAIRE)).isEqualTo(new RenewResult.AlreadyClosed());
  }

  private Contact contact(@Nullable CallerKey caller) {
    clock.tick(Duration.ofHours(1));
    CallId call = new CallId("hotline1-" + ++calls + ".1");
    return contacts.openContact().forCall(new OpenContact.Answered(call, CLAIRE, caller, "fr"));
  }

  private Contact said(Contact contact, Map<String, Object> words) {
    Map<String, @Nullable Object> changes = new HashMap<>(words);
    contacts.changeContact().change(contact.id(), contact.version(), changes, session(CLAIRE));
    return read(contact);
  }

  private Contact renewed(Contact contact, Contact last) {
    return ((RenewResult.Renewed) renew(contact, last, CLAIRE)).contact();
  }

  private RenewResult renew(Contact contact, Contact last, AgentId by) {
    return contacts.renewContact().renew(contact.id(), contact.version(), last.id(), session(by));
  }

  private Contact read(Contact contact) {
    return contacts.readContacts().codesOf(contact.id()).orElseThrow();
  }

  private List<String> auditOf(String action) {
    return database.with(handle ->
        handle
            .createQuery("SELECT object_id FROM audit_event WHERE action = :action ORDER BY seq")
            .bind("action", action)
            .mapTo(String.class)
            .list());
  }

  private Session session(AgentId agent) {
    Account account = new Account(agent, agent.value(), Role.LISTENER);
    return new Session("00", account, clock.instant(), clock.instant());
  }
}
