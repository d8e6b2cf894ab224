package org.hotline115.callflow.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.OfferResult;
import org.hotline115.callflow.message.PlaceOffer;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.TextAlert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people answer to a reminder, and what they write besides. */
class AnswerIT extends ReminderKit {

  private static final Recipient OTHER =
      new Recipient(new CallerKey("cd".repeat(32)), new PhoneNumber("+33639980002"));

  private int texts;

  @BeforeEach
  void listen() {
    feature.hearAnswers();
  }

  /** The person writes, and what we answer has left; the answer. */
  private String writes(Recipient sender, String body) {
    int before = provider.taken.size();
    messages.receiveText().run("SM%032x".formatted(++texts), sender, body);
    while (messages.readOne()) {
      now = now.plusMillis(1);
    }
    work();
    return provider.taken.size() == before ? "" : provider.bodies().getLast();
  }

  private String writes(String body) {
    return writes(PERSON, body);
  }

  /** An appointment whose person has just been asked whether they come. */
  private Appointment asked(Recipient person) {
    Appointment appointment =
        booked(
            openAllDay(), at("2026-11-26T10:00"), new Reach(person, true, Discretion.NORMAL, "fr"));
    until(at("2026-11-24T10:00"));
    return appointment;
  }

  private AppointmentStatus status(Appointment appointment) {
    return feature.readAppointments().find(appointment.appointmentId()).orElseThrow().status();
  }

  private List<String> refusals() {
    return database.with(handle ->
        handle
            .createQuery("SELECT purpose FROM sms_opt_out ORDER BY purpose")
            .mapTo(String.class)
            .list());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", " oui ", "Oui!", "OK", "1."})
  void aYesConfirms(String word) {
    Appointment appointment = asked(PERSON);

    assertThat(writes(word)).isEqualTo("Merci, votre venue est notée: jeu. 26/11 à 10h00.");

    assertThat(status(appointment)).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(refusals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "non", "ANNULER", "Annulé", "cancel"})
  void aNoCancelsGivesTheSeatBackAndRefusesNoTexts(String word) {
    Appointment appointment = asked(PERSON);

    assertThat(writes(word))
        .isEqualTo("C'est noté, RDV annulé. Pour un autre RDV: 04 65 71 00 00.");

    assertThat(status(appointment)).isEqualTo(AppointmentStatus.EXCUSED);
    assertThat(refusals()).isEmpty();
    until(at("2026-11-26T12:00"));
    assertThat(provider.bodies()).noneMatch(body -> body.contains("aujourd'hui"));
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'APPOINTMENT_EXCUSED'"))
        .isEqualTo(1);
  }

  @Test
  void aYesTwiceIsOneAndAYesAfterANoIsToldThatItIsOver() {
    Appointment appointment = asked(PERSON);
    writes("1");
    writes("1");
    assertThat(status(appointment)).isEqualTo(AppointmentStatus.CONFIRMED);

    writes("2");
    assertThat(writes("1")).startsWith("Ce RDV n'est plus à confirmer ni à annuler.");

    assertThat(status(appointment)).isEqualTo(AppointmentStatus.EXCUSED);
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'APPOINTMENT_CONFIRMED'"))
        .isEqualTo(1);
  }

  @Test
  void theSameTextToldTwiceIsAnsweredOnce() {
    asked(PERSON);
    messages.receiveText().run("SM%032x".formatted(7), PERSON, "1");
    messages.receiveText().run("SM%032x".formatted(7), PERSON, "1");
    while (messages.readOne()) {
      now = now.plusMillis(1);
    }
    messages.receiveText().run("SM%032x".formatted(7), PERSON, "1");
    work();

    assertThat(provider.bodies()).filteredOn(body -> body.startsWith("Merci")).hasSize(1);
  }

  @Test
  void anAnswerAfterTheHourChangesNothing() {
    Appointment appointment = asked(PERSON);
    until(at("2026-11-26T10:30"));

    assertThat(writes("2")).startsWith("Ce RDV n'est plus à confirmer ni à annuler.");

    assertThat(status(appointment)).isEqualTo(AppointmentStatus.BOOKED);
  }

  @Test
  void whichOfTwoIsMeantIsNotGuessed() {
    Schedule schedule = openAllDay();
    Appointment one = booked(schedule, at("2026-11-26T10:00"), AGREED);
    Appointment two = booked(schedule, at("2026-11-26T11:00"), AGREED);
    until(at("2026-11-24T11:00"));

    assertThat(writes("2")).startsWith("Plusieurs RDV sont notés à ce numéro.");

    assertThat(List.of(status(one), status(two))).containsOnly(AppointmentStatus.BOOKED);
  }

  @Test
  void anAnswerToNoQuestionCancelsNothing() {
    Appointment appointment = booked(openAllDay(), at("2026-11-26T10:00"), AGREED);
    work();

    assertThat(writes("2")).startsWith("Nous ne lisons pas ce message.");
    assertThat(status(appointment)).isEqualTo(AppointmentStatus.BOOKED);

    asked(OTHER);
    assertThat(writes(new Recipient(new CallerKey("ef".repeat(32)), PERSON.number()), "2"))
        .startsWith("Nous ne lisons pas");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "stop.", "Arrêt", "ARRET", "désabo", "DESABONNEMENT"})
  void stopEndsRemindersAndNotTheAddressOfTonight(String word) {
    Appointment appointment = booked(openAllDay(), at("2026-11-26T10:00"), AGREED);
    work();

    assertThat(writes(word)).startsWith("C'est noté: plus de SMS.");

    assertThat(refusals()).containsExactly("APPOINTMENT", "SURVEY");
    assertThat(status(appointment)).isEqualTo(AppointmentStatus.BOOKED);
    until(at("2026-11-26T12:00"));
    assertThat(provider.bodies()).noneMatch(body -> body.startsWith("Rappel"));
    assertThat(count("SELECT count(*) FROM message WHERE status = 'SUPPRESSED_OPT_OUT'"))
        .isEqualTo(2);
    assertThat(offerOfTonight()).isEqualTo(OfferResult.QUEUED);
  }

  @Test
  void whoWantsNoTextAtAllIsNeverHiddenFromTheAgent() {
    writes("STOP TOUT");

    assertThat(refusals()).containsExactly("ALL");
    assertThat(offerOfTonight()).isEqualTo(OfferResult.OPTED_OUT);
  }

  private OfferResult offerOfTonight() {
    return messages
        .offerPlace()
        .run(
            new PlaceOffer(
                UUID.randomUUID(),
                UUID.randomUUID(),
                PERSON,
                "fr",
                true,
                Discretion.NORMAL,
                now.plus(Duration.ofHours(3)),
                "12 rue des Lilas, Montpellier",
                new AgentId("claire")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "reprendre"})
  void startBringsTheRemindersBack(String word) {
    booked(openAllDay(), at("2026-11-26T10:00"), AGREED);
    writes("STOP");

    assertThat(writes(word)).startsWith("C'est noté: vous recevrez de nouveau");

    assertThat(refusals()).isEmpty();
    until(at("2026-11-24T12:00"));
    assertThat(provider.bodies().getLast()).startsWith("Rappel");
    assertThat(
            count(
                "SELECT count(*) FROM audit_event WHERE action IN ('TEXTS_REFUSED', 'TEXTS_ALLOWED')"))
        .isEqualTo(2);
  }

  @Test
  void whateverElseIsAnsweredOnceADayWithHowToReachAHuman() {
    assertThat(writes("bonjour, avez-vous une place ?")).startsWith("Nous ne lisons pas");
    assertThat(writes("allo ???")).isEmpty();
    assertThat(writes("AIDE")).isEmpty();
    assertThat(writes(OTHER, "👍")).startsWith("Nous ne lisons pas");
    now = now.plus(Duration.ofHours(25));

    assertThat(writes("{{7*7}} ${site} <script>")).startsWith("Nous ne lisons pas");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "il me frappe|true",
        "IL ME FRAPPÉ!!|true",
        "je pense au suicide|true",
        "j'ai peur|true",
        "2, il m’a menacée|true",
        "je viens avec ma robe violette|false",
        "à quelle heure ?|false",
      })
  void wordsOfDistressCallAHuman(String body, boolean alarms) {
    writes(body);

    assertThat(messages.textAlerts().open()).hasSize(alarms ? 1 : 0);
  }

  @Test
  void anAlertIsReadByTheOneWhoTakesItAndIsOnRecord() {
    asked(PERSON);
    assertThat(writes("il me frappe, je ne viendrai pas")).contains("112");
    TextAlert alert = messages.textAlerts().open().getFirst();

    TextAlert.Taking taken = messages.textAlerts().take(alert.alertId(), CLAIRE);

    assertThat(taken)
        .isEqualTo(new TextAlert.Taking.Taken(alert, "il me frappe, je ne viendrai pas"));
    assertThat(messages.textAlerts().take(alert.alertId(), CLAIRE)).isEqualTo(taken);
    assertThat(messages.textAlerts().take(alert.alertId(), new AgentId("karim")))
        .isEqualTo(new TextAlert.Taking.Others("claire"));
    assertThat(messages.textAlerts().take(UUID.randomUUID(), CLAIRE))
        .isEqualTo(new TextAlert.Taking.NoSuchAlert());
    assertThat(messages.textAlerts().open()).isEmpty();
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'TEXT_ALERT_TAKEN'"))
        .isEqualTo(1);
    assertThat(taken.toString()).doesNotContain("frappe");
  }

  @Test
  void distressInAnAnswerStillCallsAHuman() {
    Appointment appointment = asked(PERSON);

    writes("1");
    writes("au secours");

    assertThat(status(appointment)).isEqualTo(AppointmentStatus.CONFIRMED);
    assertThat(messages.textAlerts().open()).hasSize(1);
  }
}
